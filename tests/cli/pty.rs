//! A program in a real terminal of 80 columns and 24 rows, and what is to be seen on its screen.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{
    Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system,
};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// How long a text may take to come, or a program to end. A test waits for a text and never for a time: this only turns a
/// hang into a failure.
const LIMIT: Duration = Duration::from_secs(20);

/// A running program and its terminal. The program is killed when the test ends.
#[must_use]
pub(crate) struct Pty {
    shared: Arc<(Mutex<vt100::Parser>, Condvar)>,
    child: Box<dyn Child + Send + Sync>,
    // portable-pty's writer sends a newline and an end of input when it is dropped.
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    // The modes of a terminal are lost when nobody holds it.
    _slave: Box<dyn SlavePty + Send>,
}

impl Pty {
    /// Starts a program with these arguments and this environment, and no other than `TERM`, `LANG` and `PATH`.
    #[track_caller]
    pub(crate) fn spawn(program: &Path, args: &[&str], envs: &[(&str, &str)], cwd: &Path) -> Pty {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(cwd);
        command.env_clear();
        let fixed = [
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
        ];
        let envs: BTreeMap<&str, &str> = fixed.into_iter().chain(envs.iter().copied()).collect();
        for (name, value) in envs {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let rows = NonZeroU16::new(ROWS).expect("24 rows");
        let columns = NonZeroU16::new(COLUMNS).expect("80 columns");
        let parser = vt100::Parser::new(rows, columns, 1000);
        let shared = Arc::new((Mutex::new(parser), Condvar::new()));
        watch(Arc::clone(&shared), reader);
        Pty {
            shared,
            child,
            writer,
            master: pair.master,
            _slave: pair.slave,
        }
    }

    /// Types these keys: text, `keys::ENTER` and its like.
    #[track_caller]
    pub(crate) fn send(&mut self, keys: &str) {
        let sent = self.writer.write_all(keys.as_bytes());
        sent.and_then(|()| self.writer.flush())
            .expect("the terminal takes keys");
    }

    /// Waits until the screen shows a text, and returns the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("shows {text:?}"), |screen| {
            screen.contents().contains(text)
        })
    }

    /// Waits until the screen no longer shows a text, and returns the screen.
    #[track_caller]
    pub(crate) fn wait_gone(&self, text: &str) -> String {
        self.wait_until(&format!("no longer shows {text:?}"), |screen| {
            !screen.contents().contains(text)
        })
    }

    /// Waits until the screen shows something else than it did.
    #[track_caller]
    pub(crate) fn wait_changed(&self, before: &str) -> String {
        self.wait_until("changes", |screen| screen.contents() != before)
    }

    #[track_caller]
    fn wait_until(&self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) -> String {
        let limit = Instant::now() + LIMIT;
        let (parser, changed) = &*self.shared;
        let mut parser = parser.lock().expect("the screen");
        loop {
            if seen(parser.screen()) {
                return parser.screen().contents();
            }
            let left = limit.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let screen = parser.screen().contents();
                drop(parser);
                panic!("the screen never {what}:\n{screen}");
            }
            (parser, _) = changed.wait_timeout(parser, left).expect("the screen");
        }
    }

    /// Returns what the screen shows now.
    pub(crate) fn screen(&self) -> String {
        let parser = self.shared.0.lock().expect("the screen");
        parser.screen().contents()
    }

    /// Tells whether the cursor is to be seen.
    pub(crate) fn cursor_is_visible(&self) -> bool {
        let parser = self.shared.0.lock().expect("the screen");
        !parser.screen().hide_cursor()
    }

    /// Tells whether the terminal marks what is pasted.
    pub(crate) fn marks_pastes(&self) -> bool {
        let parser = self.shared.0.lock().expect("the screen");
        parser.screen().bracketed_paste()
    }

    /// Tells whether the terminal shows what is typed and hands it over line by line, as a shell needs it.
    pub(crate) fn is_cooked(&self) -> bool {
        let modes = self
            .master
            .get_termios()
            .expect("the modes of the terminal");
        let modes = format!("{:?}", modes.local_flags);
        let set: Vec<&str> = modes.split(|c: char| !c.is_alphanumeric()).collect();
        ["ICANON", "ECHO", "ISIG"].iter().all(|m| set.contains(m))
    }

    /// Waits until the program ends, and returns how it did.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> ExitStatus {
        let limit = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program's end") {
                return status;
            }
            assert!(
                Instant::now() < limit,
                "the program does not end:\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Sends a signal by its name: `TERM`, `HUP`, `KILL`.
    #[track_caller]
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.process_id().expect("a running program");
        let kill = format!("kill -{name} {pid}");
        let status = Command::new("sh").args(["-c", &kill]).status();
        assert!(status.expect("sh").success(), "{kill}");
    }

    /// Sees to it that the program has ended with this exit code and has left the terminal as a shell needs it.
    #[track_caller]
    pub(crate) fn assert_left_clean(&mut self, code: u32) {
        let status = self.wait_exit();
        assert_eq!(status.exit_code(), code, "{status}\n{}", self.screen());
        self.wait_until("shows the cursor", |screen| !screen.hide_cursor());
        self.wait_until("ends bracketed paste", |screen| !screen.bracketed_paste());
        assert!(self.is_cooked(), "the terminal is still raw");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps the screen up to date until the terminal closes.
fn watch(shared: Arc<(Mutex<vt100::Parser>, Condvar)>, mut reader: Box<dyn Read + Send>) {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let Ok(mut parser) = shared.0.lock() else {
                return;
            };
            parser.process(&bytes[..count]);
            shared.1.notify_all();
        }
    });
}

/// What the keys send.
pub(crate) mod keys {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const ESCAPE: &str = "\x1b";
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const RIGHT: &str = "\x1b[C";
    pub(crate) const LEFT: &str = "\x1b[D";
    pub(crate) const HOME: &str = "\x1b[H";
    pub(crate) const END: &str = "\x1b[F";
    pub(crate) const DELETE: &str = "\x1b[3~";
    pub(crate) const BACKSPACE: &str = "\x7f";
    pub(crate) const CTRL_C: &str = "\x03";
    pub(crate) const CTRL_D: &str = "\x04";
    pub(crate) const CTRL_U: &str = "\x15";
    pub(crate) const CTRL_W: &str = "\x17";

    /// What a terminal sends when a text is pasted into a program that asked for the marks.
    pub(crate) fn paste(text: &str) -> String {
        format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r"))
    }
}
