//! Arguments and environment in, exit code out. Everything else is in the library.

use std::process::ExitCode;

use claimctl::env::Environment;

fn main() -> ExitCode {
    let args = std::env::args_os().collect::<Vec<_>>();
    ExitCode::from(claimctl::run(&args, &Environment::read()))
}
