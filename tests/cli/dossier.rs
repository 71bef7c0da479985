//! Dossiers: `claimctl export --format md` and what reads like it.

use super::sandbox::Sandbox;

#[test]
fn a_claim_to_read() {
    let desk = Sandbox::french();
    let id = desk.new_from("amazon-not-received.toml");
    insta::assert_snapshot!(
        "dossier_adviser_md",
        desk.done(&["export", &id, "--format", "md"])
    );
}

#[test]
fn several_claims_begin_with_their_contents() {
    let desk = Sandbox::english();
    desk.new_from("parcel-never-came.toml");
    desk.new_from("refund-ticket.toml");
    let text = desk.done(&["export", "--format", "md"]);
    let contents: Vec<&str> = text.lines().take(7).collect();
    insta::assert_snapshot!("dossier_contents_md", contents.join("\n"));
    assert_eq!(text.matches("\n## ").count(), 2, "{text}");
}
