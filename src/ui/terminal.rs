//! The modes of the terminal: raw while a question is on screen, and given back as they were, whatever the end.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use crate::error::Exit;

/// Shows the cursor and ends bracketed paste.
const CALM: &[u8] = b"\x1b[?25h\x1b[?2004l";

/// How long a program that asks questions may take to end by itself, and to say what it has kept, before the signal ends
/// it.
const GRACE: Duration = Duration::from_millis(400);

/// The modes as they were before the question on screen; none when there is no question.
static BEFORE: Mutex<Option<modes::Modes>> = Mutex::new(None);

/// A signal has come: no more questions.
static STOPPING: AtomicBool = AtomicBool::new(false);

/// A question was asked. Whether one is on screen cannot be told for certain: the signal may have ended it already.
static ASKS: AtomicBool = AtomicBool::new(false);

static INSTALLED: Once = Once::new();

/// Sees to it that Ctrl-C, SIGTERM, SIGHUP and a panic leave the terminal as it was; a signal ends the program with exit
/// code 130. To be called before the first question; a further call does nothing.
pub fn install_signal_handler() {
    INSTALLED.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // Whoever panics while it holds the lock must not wait for itself.
            if let Ok(before) = BEFORE.try_lock() {
                give_back(&before);
            }
            previous(panic);
        }));
        // Without the handler the signals still end the program; only the terminal would stay as the question left it.
        let _ = ctrlc::set_handler(|| {
            STOPPING.store(true, Ordering::SeqCst);
            give_back(&before());
            if ASKS.load(Ordering::SeqCst) {
                std::thread::sleep(GRACE);
                give_back(&before());
            }
            std::process::exit(Exit::Interrupted as i32);
        });
    });
}

/// The terminal in raw mode, from the first key of a question to its last.
#[derive(Debug)]
pub(super) struct RawMode(());

impl RawMode {
    /// Puts the terminal of stdin in raw mode. The console crate does it for each key alone: what is typed between two
    /// keys would be shown by the terminal and edited by the kernel.
    pub(super) fn enter() -> io::Result<RawMode> {
        install_signal_handler();
        if STOPPING.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        ASKS.store(true, Ordering::SeqCst);
        let mut before = before();
        *before = Some(modes::enter_raw()?);
        Ok(RawMode(()))
    }

    /// Drops what was typed behind the answer in the same burst, so that a pasted second line answers no question.
    pub(super) fn drop_burst(&self) {
        modes::drop_input();
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        let mut before = before();
        give_back(&before);
        *before = None;
    }
}

fn before() -> MutexGuard<'static, Option<modes::Modes>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal back if a question is on screen. The modes are kept until the question ends: the reading of a key
/// that a signal cuts short sets its own modes again on its way out.
fn give_back(before: &Option<modes::Modes>) {
    if let Some(modes) = before {
        modes::set(modes);
        let mut stderr = io::stderr();
        let _ = stderr.write_all(CALM).and_then(|()| stderr.flush());
    }
}

#[cfg(unix)]
mod modes {
    use std::io;

    use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

    pub(super) type Modes = Termios;

    pub(super) fn enter_raw() -> io::Result<Modes> {
        let before = tcgetattr(io::stdin())?;
        let mut raw = before.clone();
        raw.make_raw();
        // Lines written to the terminal still end at its left edge.
        raw.output_modes = before.output_modes;
        tcsetattr(io::stdin(), OptionalActions::Drain, &raw)?;
        Ok(before)
    }

    pub(super) fn set(modes: &Modes) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, modes);
    }

    pub(super) fn drop_input() {
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
    }
}

#[cfg(not(unix))]
mod modes {
    //! Where keys are read as events there is no mode to change.

    use std::io;

    #[derive(Debug)]
    pub(super) struct Modes;

    pub(super) fn enter_raw() -> io::Result<Modes> {
        Ok(Modes)
    }

    pub(super) fn set(_: &Modes) {}

    pub(super) fn drop_input() {}
}
