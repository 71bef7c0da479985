//! The pages that the program writes, in a real browser: nothing on the console, nothing fetched, and the pages on paper.
//!
//! `CLAIMCTL_BROWSER` names a Chromium. Without one there is nothing to look with, and the tests pass by; the checks of every
//! change name one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Chromium asks for by itself at every start, whatever the page.
const OWN_REQUESTS: &[&str] = &[
    "http://clients2.google.com/",
    "https://accounts.google.com/",
    "https://www.google.com/",
    "https://update.googleapis.com/",
    "https://optimizationguide-pa.googleapis.com/",
    "https://android.clients.google.com/",
];

/// The browser, where one is named.
fn browser() -> Option<PathBuf> {
    std::env::var_os("CLAIMCTL_BROWSER").map(PathBuf::from)
}

/// What a browser made of a page.
#[derive(Debug)]
struct Seen {
    console: Vec<String>,
    fetched: Vec<String>,
    /// The pages on paper.
    pages: usize,
}

/// Opens a page and prints it.
#[track_caller]
fn look(browser: &Path, page: &Path, folder: &Path) -> Seen {
    let paper = folder.join("paper.pdf");
    let net = folder.join("net.json");
    let with = |name: &str, path: &Path| format!("--{name}={}", path.display());
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .args(["--disable-sync", "--disable-extensions", "--no-first-run"])
        .arg(with("user-data-dir", &folder.join("profile")))
        .args(["--enable-logging=stderr", "--no-pdf-header-footer"])
        .arg(with("log-net-log", &net))
        .arg(with("print-to-pdf", &paper))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("a browser that starts");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    let log = fs::read_to_string(net).expect("what was fetched");
    let urls = log.split("\"url\":\"").skip(1);
    let urls = urls.filter_map(|rest| rest.split('"').next());
    let foreign = |url: &&str| {
        let own = OWN_REQUESTS.iter().any(|own| url.starts_with(own));
        url.starts_with("http") && !own || url.starts_with("ws")
    };
    Seen {
        console: said
            .lines()
            .filter(|line| line.contains("CONSOLE"))
            .map(str::to_owned)
            .collect(),
        fetched: urls.filter(foreign).map(str::to_owned).collect(),
        pages: pages(&fs::read(paper).expect("the pages on paper")),
    }
}

/// How many pages a PDF has, of those that Chromium writes: their objects stand uncompressed.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

/// A desk with a claim of the examples, and the pages made of it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    #[track_caller]
    fn new(example: &str) -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        let example = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples")
            .join(example);
        desk.run(&["new", "--answers", example.to_str().unwrap()]);
        desk
    }

    #[track_caller]
    fn run(&self, args: &[&str]) {
        let output = Command::new(env!("CARGO_BIN_EXE_claimctl"))
            .args(args)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("CLAIMCTL_TODAY", "2026-11-20")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
    }

    /// Writes a page, and looks at it.
    #[track_caller]
    fn look(&self, browser: &Path, args: &[&str]) -> Seen {
        let page = self.folder.path().join("page.html");
        self.run(&[args, &["--out", page.to_str().unwrap()]].concat());
        let seen = look(browser, &page, self.folder.path());
        assert_eq!(seen.console, [] as [String; 0], "{args:?}");
        assert_eq!(seen.fetched, [] as [String; 0], "{args:?}");
        seen
    }
}

#[test]
fn a_page_that_fetches_or_complains_is_caught() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    let text = "<p>A</p><p style=\"break-before: page\">B</p><img src=\"http://127.0.0.1:9/a.png\"><script>console.log(1)</script>";
    fs::write(&page, text).unwrap();
    let seen = look(&browser, &page, folder.path());
    assert!(!seen.console.is_empty(), "{seen:?}");
    assert!(
        seen.fetched
            .iter()
            .all(|url| url == "http://127.0.0.1:9/a.png"),
        "{seen:?}"
    );
    assert!(!seen.fetched.is_empty(), "{seen:?}");
    assert_eq!(seen.pages, 2);
}

#[test]
fn dossiers_are_quiet() {
    let Some(browser) = browser() else { return };
    for example in ["amazon-not-received.toml", "refund-ticket.toml"] {
        let desk = Desk::new(example);
        for lang in ["fr", "en"] {
            let args = ["export", "1", "--format", "html", "--lang", lang];
            // The first page is for whoever reads no further.
            assert!(desk.look(&browser, &args).pages > 1, "{example} in {lang}");
        }
    }
}

#[test]
fn letters_are_quiet_and_fill_one_page() {
    let Some(browser) = browser() else { return };
    for example in [
        "cancel-order.toml",
        "cancel-subscription.toml",
        "parcel-never-came.toml",
    ] {
        let desk = Desk::new(example);
        for lang in ["fr", "en"] {
            let args = ["letter", "1", "--format", "html", "--lang", lang];
            assert_eq!(desk.look(&browser, &args).pages, 1, "{example} in {lang}");
        }
    }
}
