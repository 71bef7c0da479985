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

#[test]
fn a_claim_as_one_page() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    let page = desk.done(&["export", &id, "--format", "html"]);
    let body = page.split_once("</style>").unwrap().1;
    insta::assert_snapshot!("dossier_adviser_html", body);
    assert_eq!(desk.done(&["show", &id, "--format", "html"]), page);
    // Nothing runs, nothing is fetched, and the style is the one that the policy names.
    assert!(
        page.contains("default-src 'none'; style-src 'sha256-"),
        "{page}"
    );
    for word in [
        "<script",
        "javascript:",
        " style=",
        " on",
        "src=\"http",
        "<iframe",
        "<link rel=\"style",
    ] {
        let tags = body.split('<').filter_map(|part| part.split('>').next());
        assert!(
            !tags
                .map(|tag| format!("<{tag}"))
                .any(|tag| tag.contains(word)),
            "{word}"
        );
    }
}
