//! Where the desk is kept, and who may read it.

use super::sandbox::Sandbox;

#[test]
fn the_desk_is_made_on_first_use_below_the_data_folder() {
    let desk = Sandbox::english();
    desk.done(&["list"]);
    assert!(!desk.path("data/claimctl").exists());
    desk.new_from("cancel-order.toml");
    assert!(desk.db().is_file());
    let mut names: Vec<String> = std::fs::read_dir(desk.path("data/claimctl"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["claims.db"], "one file at rest");
}

#[cfg(unix)]
#[test]
fn the_owner_alone_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(desk.db()), 0o600);
    assert_eq!(mode(desk.path("data/claimctl")), 0o700);
}

#[test]
fn another_file_is_named_by_option_or_variable_and_the_option_wins() {
    let desk = Sandbox::english();
    let example = super::sandbox::example_file("cancel-order.toml");
    let example = example.to_str().unwrap();
    let by_option = desk.path("option.db");
    let by_variable = desk.path("variable.db");
    let new = ["new", "--answers", example];
    let mut command = desk.command(&new);
    let output = desk.finished(command.env("CLAIMCTL_DB", &by_variable));
    assert_eq!(output.to_string(), "1\n");
    let mut command = desk.command(&[&["--db", by_option.to_str().unwrap()][..], &new].concat());
    let output = desk.finished(command.env("CLAIMCTL_DB", &by_variable));
    assert_eq!(output.to_string(), "1\n");
    assert!(by_option.is_file() && by_variable.is_file() && !desk.db().exists());
}

#[test]
fn without_a_home_the_file_must_be_named() {
    let desk = Sandbox::english();
    let mut command = desk.command(&["list"]);
    command
        .env_remove("HOME")
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME");
    let output = desk.finished(&mut command);
    // A system that knows the user's home without the variable has a desk there.
    if output.code != 0 {
        insta::assert_snapshot!(output, @"");
    }
}
