//! PDF: `claimctl letter --format pdf` and `claimctl export --format pdf`, in a build that makes them and in one that does
//! not.

use super::sandbox::Sandbox;

#[test]
fn only_a_pdf_has_a_copy_for_keeping() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["export", "--archive"]), @"
    [stderr]
    error: only a PDF has a copy for keeping
    hint: claimctl export --format pdf --archive --out FILE
    [exit 2]
    ");
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_it_says_how_to_get_it() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["export", &id, "--format", "pdf", "--out", "a.pdf"]), @"
    [stderr]
    erreur : ce claimctl ne fait pas de PDF : il a été construit sans l’option « pdf »
    conseil : cargo install --path . --features pdf ; à défaut : --format html, et imprimez la page depuis votre navigateur
    [exit 1]
    ");
    assert!(!desk.path("home/a.pdf").exists());
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "--format", "pdf", "--out", "a.pdf"]), @"
    [stderr]
    error: this claimctl makes no PDF: it was built without the feature “pdf”
    hint: cargo install --path . --features pdf; without it: --format html, and print the page from your browser
    [exit 1]
    ");
    assert!(!desk.path("home/a.pdf").exists());
}

#[cfg(feature = "pdf")]
#[test]
fn a_letter_and_a_dossier_are_written_and_the_same_twice() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    let photo = desk.write("photo.jpg", "no picture");
    desk.done(&["evidence", "add", &id, &photo, "--kind", "photo"]);
    let calls: [&[&str]; 4] = [
        &["letter", &id],
        &["export", &id],
        &["export", &id, "--archive"],
        &["export"],
    ];
    for call in calls {
        let made = ["one.pdf", "two.pdf"].map(|name| {
            let mut args = call.to_vec();
            let file = desk.path(name);
            args.extend(["--format", "pdf", "--out", file.to_str().unwrap()]);
            desk.done(&args);
            std::fs::read(file).unwrap()
        });
        assert!(made[0].starts_with(b"%PDF-1.7"), "{call:?}");
        assert!(made[0] == made[1], "{call:?}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_dossier_says_what_its_pages_do_not_show() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    let film = desk.write("film.mp4", "....");
    desk.done(&["evidence", "add", &id, &film, "--kind", "video"]);
    let call = |more: &[&str]| {
        let args = [&["dossier", &id, "--for", "court", "--out"][..], more].concat();
        desk.run(&args).to_string()
    };
    let told = call(&["court.pdf"]);
    assert!(told.contains("E1\u{a0}: Un fichier de ce type"), "{told}");
    let kept = call(&["court.pdf", "--archive"]);
    assert!(!kept.contains("E1\u{a0}: Un fichier de ce type"), "{kept}");
    let files = call(&["court.zip", "--archive"]);
    assert!(files.contains("--archive --out FICHIER.pdf"), "{files}");
}
