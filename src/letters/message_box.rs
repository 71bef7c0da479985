//! How long a text may be for the channel by which it goes.

use crate::domain::claim::Claim;
use crate::domain::event::Channel;
use crate::domain::letter::LetterKind;
use crate::domain::playbook::Library;

/// What fits the message box of a platform, in characters. Ours: no platform that was read says its own.
pub(super) const USUAL: usize = 1000;

/// What somebody in a chat reads to its end, in characters. Ours.
const CHAT: usize = 500;

/// Returns how many characters the body of a letter may have: what the platform's message box takes for what goes there,
/// what one reads in a chat; no bound for a mail or what goes by post. Without a channel, the one that such a letter is for.
#[must_use]
pub fn limit(
    kind: LetterKind,
    channel: Option<Channel>,
    claim: &Claim,
    library: &Library,
) -> Option<usize> {
    let for_platform = matches!(kind, LetterKind::PlatformDispute | LetterKind::Escalation);
    match channel {
        Some(Channel::Chat) => Some(CHAT),
        Some(Channel::Platform) => Some(of_platform(claim, library)),
        None if for_platform => Some(of_platform(claim, library)),
        _ => None,
    }
}

fn of_platform(claim: &Claim, library: &Library) -> usize {
    let id = claim.platform.as_ref().map(|id| format!("platform/{id}"));
    let playbook = id.and_then(|id| library.get(&id));
    playbook.and_then(|p| p.message_box).unwrap_or(USUAL)
}
