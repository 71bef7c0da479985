//! The only reader of the environment, of the clock and of the platform's directories.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, Utc};

/// What the process was started with. Everything later takes it as a value.
#[derive(Debug, Clone)]
pub struct Environment {
    /// `CLAIMCTL_DB`.
    pub db: Option<PathBuf>,
    /// `CLAIMCTL_LANG`.
    pub lang: Option<String>,
    /// `CLAIMCTL_TODAY`.
    pub today: Option<String>,
    /// The locale of the system, such as `fr_FR.UTF-8`.
    pub locale: Option<String>,
    /// The user's editor: `VISUAL`, else `EDITOR`. It may have arguments.
    pub editor: Option<String>,
    /// Whether `NO_COLOR` is set to anything.
    pub no_color: bool,
    /// Whether `TERM` says that the terminal can do nothing but print.
    pub dumb_terminal: bool,
    /// Where the desk is kept unless told otherwise; `None` when the platform names no folder (no HOME).
    pub data_dir: Option<PathBuf>,
    /// Where the user's own playbooks are.
    pub config_dir: Option<PathBuf>,
    pub now: DateTime<Utc>,
    /// The day it is where the user is.
    pub local_day: NaiveDate,
}

impl Environment {
    /// Reads the environment once.
    #[must_use]
    #[allow(clippy::disallowed_methods)] // the one place that reads them
    pub fn read() -> Environment {
        let text = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let dirs = directories::ProjectDirs::from("", "", "claimctl");
        // The C locale says nothing about a language: whoever set it is asked by the other variables first.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| text(name));
        Environment {
            db: std::env::var_os("CLAIMCTL_DB")
                .filter(|v| !v.is_empty())
                .map(PathBuf::from),
            lang: text("CLAIMCTL_LANG"),
            today: text("CLAIMCTL_TODAY"),
            locale: locale.or_else(sys_locale::get_locale),
            editor: text("VISUAL").or_else(|| text("EDITOR")),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
            dumb_terminal: std::env::var_os("TERM").is_some_and(|v| v == "dumb"),
            data_dir: dirs.as_ref().map(|d| d.data_dir().to_owned()),
            config_dir: dirs.as_ref().map(|d| d.config_dir().to_owned()),
            now: Utc::now(),
            local_day: Local::now().date_naive(),
        }
    }
}

/// Returns what the user's clock showed at an instant.
#[must_use]
pub fn local(instant: DateTime<FixedOffset>) -> NaiveDateTime {
    instant.with_timezone(&Local).naive_local()
}
