//! Inheritance: what a file that refines another one leaves out, it has from there.

use super::check::Check;
use super::raw::Str;
use crate::domain::playbook::Playbook;

/// Returns what the base has where the file says nothing, else what is read of the file.
pub(super) fn inherited<R, T: Clone>(
    raw: Option<R>,
    base: Option<&T>,
    read: impl FnOnce(Option<R>) -> T,
) -> T {
    match base {
        Some(base) if raw.is_none() => base.clone(),
        _ => read(raw),
    }
}

/// Returns the list of the base where the file has none.
pub(super) fn inherited_list<R, T: Clone>(
    raw: Vec<R>,
    base: Option<&Vec<T>>,
    read: impl FnOnce(Vec<R>) -> Vec<T>,
) -> Vec<T> {
    match base {
        Some(base) if raw.is_empty() => base.clone(),
        _ => read(raw),
    }
}

/// Takes up the playbook that a file refines. Only one that refines none itself can be refined: a chain of three would be
/// read by nobody.
pub(super) fn take_up<'a>(check: &mut Check<'a>, raw: Option<&Str>, base: Option<&'a Playbook>) {
    let Some(raw) = raw else { return };
    check.base = base.filter(|base| base.refines.is_none() && base.id != check.id);
    if check.base.is_none() {
        check.report_value(raw, "unknown-base");
    }
}
