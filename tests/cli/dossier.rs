//! Dossiers: `claimctl export --format md` and what reads like it.

use std::fs;
use std::path::Path;

use super::sandbox::Sandbox;

/// The smallest picture: one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82";

const HOSTILE: &str = "<script>alert(1)</script> [x](javascript:alert) a|b `c` **d** &lt;";

/// Every file below a folder, with its path.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => {
                    let name = path.strip_prefix(folder).unwrap().display().to_string();
                    found.push((name, fs::read(&path).unwrap()));
                }
            }
        }
    }
    found.sort();
    found
}

/// A claim with everything that can be wrong with evidence, or said of it.
fn troubled(desk: &Sandbox) -> String {
    let id = desk.new_from("amazon-not-received.toml");
    let add = |name: &str, content: &[u8], options: &[&str]| {
        let file = desk.write(name, content);
        desk.done(&[&["evidence", "add", &id, &file], options].concat());
    };
    add(
        "empty box.png",
        PIXEL,
        &["--kind", "photo", "--note", HOSTILE],
    );
    add("no picture.jpg", b"not a picture", &["--kind", "tracking"]);
    add("invoice.pdf", b"%PDF-1.4 invoice", &["--kind", "invoice"]);
    add("gone.pdf", b"%PDF-1.4 gone", &["--kind", "receipt"]);
    add(
        "passport.png",
        b"secret passport",
        &["--confidential", "--note", "my passport"],
    );
    let hash = desk.exported(&id)["evidence"][3]["sha256"].clone();
    fs::remove_file(desk.vault_file(hash.as_str().unwrap())).unwrap();
    desk.done(&["edit", &id, &format!("description={HOSTILE}")]);
    desk.done(&[
        "log",
        &id,
        "refused",
        "--on",
        "2026-11-18",
        "--note",
        HOSTILE,
    ]);
    id
}

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

#[test]
fn a_dossier_is_a_folder_with_its_evidence() {
    let desk = Sandbox::english();
    let id = troubled(&desk);
    let told = desk.run(&["dossier", &id, "--for", "mediator", "--out", "one"]);
    insta::assert_snapshot!("dossier_folder", told);
    let one = files(&desk.path("home/one"));
    let names: Vec<&str> = one.iter().map(|(name, _)| name.as_str()).collect();
    insta::assert_snapshot!("dossier_files", names.join("\n"));
    let text = |name: &str| {
        let (_, bytes) = one.iter().find(|(n, _)| n == name).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    insta::assert_snapshot!("dossier_mediator_md", text("dossier.md"));
    insta::assert_snapshot!(
        "dossier_manifest",
        text("manifest.txt").split("dossier.md\n").last().unwrap()
    );
    let page = text("dossier.html");
    assert!(
        page.contains("<img src=\"data:image/png;base64,iVBOR"),
        "{page}"
    );
    for everything in [&page, &text("dossier.md")] {
        assert!(!everything.contains("passport"), "{everything}");
        assert!(!everything.contains('\u{1b}'), "{everything}");
    }
    assert!(!page.contains("<script"), "{page}");
    assert!(text("dossier.md").contains("\\[x\\](javascript:alert)"));
    // What is there is never written over.
    let again = desk.run(&["dossier", &id, "--for", "bank", "--out", "one"]);
    insta::assert_snapshot!("dossier_taken", again);
    // An empty folder is taken, and everything is the same once more.
    fs::create_dir(desk.path("home/two")).unwrap();
    desk.done(&["dossier", &id, "--for", "mediator", "--out", "two"]);
    assert!(files(&desk.path("home/two")) == one);
    let left = fs::read_dir(desk.path("home"))
        .unwrap()
        .map(|e| e.unwrap().file_name());
    assert!(
        !left
            .into_iter()
            .any(|name| name.to_string_lossy().starts_with('.'))
    );
}

#[cfg(unix)]
#[test]
fn a_dossier_is_for_the_eyes_of_the_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Sandbox::english();
    let id = troubled(&desk);
    desk.done(&["dossier", &id, "--for", "court", "--out", "all"]);
    desk.done(&["dossier", &id, "--for", "court", "--out", "all.zip"]);
    let mode = |name: &str| {
        fs::metadata(desk.path("home").join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode("all"), 0o700);
    assert_eq!(mode("all/exhibits"), 0o700);
    assert_eq!(mode("all/dossier.html"), 0o600);
    assert_eq!(mode("all/exhibits/E3-invoice.pdf"), 0o600);
    assert_eq!(mode("all.zip"), 0o600);
}

#[test]
fn an_archive_is_the_same_whenever_it_is_written() {
    let desk = Sandbox::french();
    let id = troubled(&desk);
    for name in ["one.zip", "two.ZIP", "one.zip"] {
        desk.done(&["dossier", &id, "--for", "platform", "--out", name]);
    }
    let one = fs::read(desk.path("home/one.zip")).unwrap();
    assert!(one.starts_with(b"PK"));
    assert!(one == fs::read(desk.path("home/two.ZIP")).unwrap());
    let all = [
        "dossier",
        &id,
        "--for",
        "platform",
        "--out",
        "all.zip",
        "--include-confidential",
    ];
    desk.done(&all);
    let holds = |bytes: &[u8], name: &str| {
        bytes
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    };
    assert!(!holds(&one, "E5-"));
    assert!(holds(
        &fs::read(desk.path("home/all.zip")).unwrap(),
        "exhibits/E5-passport.png"
    ));
}

#[test]
fn it_is_said_for_whom_and_whereto() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    let calls: &[&[&str]] = &[
        &["dossier", &id, "--for", "mediator"],
        &["dossier", &id, "--for", "mediatr", "--out", "x"],
        &["dossier", "9", "--for", "court", "--out", "x"],
        &["dossier", &id, "--for", "court", "--out", "no/where"],
        &["dossier", &id, "--for", "court", "--out", "no/where.zip"],
    ];
    let told: Vec<String> = calls
        .iter()
        .map(|call| desk.run(call).to_string())
        .collect();
    insta::assert_snapshot!("dossier_refused", told.join("\n"));
}

#[test]
fn a_claim_that_asks_for_nothing_more_says_so() {
    let desk = Sandbox::english();
    let config = desk.path("config/claimctl");
    fs::create_dir_all(&config).unwrap();
    fs::write(
        config.join("config.toml"),
        "name = \"Zoé Martin\"\naddress = [\"3 rue des Lilas\", \"44000 Nantes\"]\nmail = [\"zoe@example.org\"]\n",
    )
    .unwrap();
    let id = desk.new_from("parcel-never-came.toml");
    for (name, kind) in [
        ("a.pdf", "receipt"),
        ("b.pdf", "tracking"),
        ("c.pdf", "invoice"),
        ("d.pdf", "message"),
        ("e.pdf", "proof-of-sending"),
        ("f.pdf", "statement"),
    ] {
        let file = desk.write(name, format!("%PDF-1.4 {name}"));
        desk.done(&["evidence", "add", &id, &file, "--kind", kind]);
    }
    let text = desk.done(&["export", &id, "--format", "md"]);
    let start: Vec<&str> = text.lines().take(9).collect();
    insta::assert_snapshot!("dossier_whole_md", start.join("\n"));
}

#[test]
fn a_letter_that_was_sent_is_there_word_for_word() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    desk.done(&[
        "letter",
        &id,
        "first-message",
        "--sent",
        "2026-11-19",
        "--channel",
        "email",
    ]);
    desk.done(&["dossier", &id, "--for", "mediator", "--out", "out"]);
    let text = fs::read_to_string(desk.path("home/out/dossier.md")).unwrap();
    let sent = text.split("## What was sent").nth(1).unwrap();
    insta::assert_snapshot!("dossier_letter", sent.split("\n## ").next().unwrap());
    // The text is the written complaint that the mediator asks for; that it was sent is not proved by it.
    assert!(
        text.contains("- [x] The proof: your written complaint"),
        "{text}"
    );
}
