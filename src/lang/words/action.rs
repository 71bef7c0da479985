//! The next action: one sentence, one command.

use crate::domain::assess::{Action, Command, Late, Next};
use crate::domain::language::Text;
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::problem::Outcome;
use crate::lang::typography::lower_first;

/// Says the next action in one sentence without a final stop, and gives the command that does it.
///
/// Without a command of its own, the action's command shows the claim.
#[must_use]
pub fn next(next: &Next, claim: i64) -> (Message, String) {
    let mut typed = command(next.command.as_ref().unwrap_or(&Command::Show), claim);
    // Only a note that takes the place of the reminder takes it off.
    if let Action::Remember { event, .. } = next.action {
        typed += &format!(" --corrects {event}");
    }
    (sentence(next), typed)
}

/// Writes a command as the user types it.
#[must_use]
pub fn command(command: &Command, claim: i64) -> String {
    match command {
        Command::Next => format!("claimctl next {claim}"),
        Command::Letter(kind) => format!("claimctl letter {claim} {kind}"),
        Command::Log { event, about: None } => format!("claimctl log {claim} {event}"),
        Command::Log {
            event,
            about: Some(about),
        } => format!("claimctl log {claim} {event} --about {about}"),
        Command::Close(outcome) => format!("claimctl close {claim} --outcome {outcome}"),
        Command::Offer => format!("claimctl offer {claim}"),
        Command::Show => format!("claimctl show {claim}"),
    }
}

fn sentence(next: &Next) -> Message {
    let key = |base: &str| match next.due_on {
        Some(_) => Message::new(format!("{base}-by")),
        None => Message::new(base),
    };
    let message = match &next.action {
        Action::FinishDraft => Message::new("next-finish-draft"),
        Action::TakeRoute {
            act, urgent, held, ..
        } => match (urgent, held) {
            (false, None) => key("next-take").with("act", act.clone()),
            (true, None) => key("next-take-now").with("act", clause(act)),
            (false, Some(proof)) => key("next-take").with("act", proven("next-prove", proof, act)),
            (true, Some(proof)) => {
                key("next-take-now").with("act", proven("next-prove-now", proof, act))
            }
        },
        Action::AnswerOffer { .. } => key("next-answer-offer"),
        Action::SendInformation { .. } => key("next-send-information"),
        Action::Wait { who, what, late } => key("next-wait")
            .with("must", who_message("next-must", *who))
            .with("what", clause(what))
            .with("late", is_late(late.as_ref())),
        Action::WaitForOpening { act, .. } => key("next-wait-opening").with("act", clause(act)),
        Action::Chase { who, what } => key("next-chase")
            .with("had", who_message("next-had", *who))
            .with("what", clause(what))
            .with("again", who_message("next-again", *who)),
        Action::Remember { what, .. } => key("next-remember").with("what", what.clone()),
        Action::Close {
            outcome: Outcome::Repaired,
        } => key("next-close-repaired"),
        Action::Close { outcome } => Message::new(format!("next-close-{outcome}")),
        Action::NothingLeft { outcome } => Message::new(format!("next-nothing-left-{outcome}")),
        Action::Closed => Message::new("next-closed"),
    };
    match next.due_on {
        Some(day) if message.key.ends_with("-by") => message.with("on", day),
        _ => message,
    }
}

/// The proof comes first, then the act.
fn proven(key: &'static str, proof: &Text, act: &Text) -> Message {
    Message::new(key)
        .with("proof", proof.clone())
        .with("act", clause(act))
}

/// Since when they are late, and with what, where the sentence still fits into two lines of a narrow screen.
fn is_late(late: Option<&Late>) -> Message {
    let is_short = |what: &Text| what.fr.chars().count() <= 29 && what.en.chars().count() <= 50;
    match late {
        Some(late) if is_short(&late.what) => Message::new("next-late-with")
            .with("since", late.since)
            .with("what", clause(&late.what)),
        Some(late) => Message::new("next-late").with("since", late.since),
        None => Message::new("next-late-none"),
    }
}

fn who_message(base: &str, who: Who) -> Message {
    Message::new(format!("{base}-{who}"))
}

/// A text that begins like a sentence, made to go on inside one.
fn clause(text: &Text) -> Text {
    Text {
        fr: lower_first(&text.fr),
        en: lower_first(&text.en),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::domain::language::Language;
    use crate::domain::letter::LetterKind;
    use crate::lang::Lang;
    use crate::lang::words::sample::text;

    fn said(action: Action, due_on: Option<&str>) -> (String, String) {
        let action = Next {
            action,
            due_on: due_on.map(|day| day.parse().unwrap()),
            command: None,
        };
        let (sentence, _) = next(&action, 3);
        let say = |language| Lang::new(language).say(&sentence);
        (say(Language::French), say(Language::English))
    }

    fn take(urgent: bool) -> Action {
        Action::TakeRoute {
            route: "platform/example#dispute".to_owned(),
            act: text("Ouvrez le litige", "Open the dispute"),
            urgent,
            held: None,
        }
    }

    #[test]
    fn a_route_is_taken_by_a_day_or_at_once() {
        let (fr, en) = said(take(false), None);
        assert_eq!(fr, "Ouvrez le litige");
        assert_eq!(en, "Open the dispute");
        let (fr, en) = said(take(false), Some("2026-11-24"));
        assert_eq!(fr, "Ouvrez le litige (au plus tard le 24 novembre 2026)");
        assert_eq!(en, "Open the dispute (by 24 November 2026 at the latest)");
        let (fr, en) = said(take(true), Some("2026-11-24"));
        assert_eq!(
            fr,
            "Dès aujourd’hui, ouvrez le litige (dernier jour\u{a0}: 24 novembre 2026)"
        );
        assert_eq!(en, "Today, open the dispute (last day: 24 November 2026)");
        let (fr, en) = said(take(true), None);
        assert_eq!(fr, "Dès aujourd’hui, ouvrez le litige");
        assert_eq!(en, "Today, open the dispute");
    }

    #[test]
    fn a_route_that_is_held_back_is_taken_once_its_proof_is_there() {
        let held = |urgent| Action::TakeRoute {
            route: "law/fr/mediation#mediator".to_owned(),
            act: text("Saisissez le médiateur", "Go to the mediator"),
            urgent,
            held: Some(text("votre réclamation écrite", "your written complaint")),
        };
        let (fr, en) = said(held(false), None);
        assert_eq!(
            fr,
            "Ajoutez votre réclamation écrite au dossier, puis saisissez le médiateur"
        );
        assert_eq!(
            en,
            "Add your written complaint to the claim, then go to the mediator"
        );
        let (fr, en) = said(held(true), Some("2026-11-24"));
        assert_eq!(
            fr,
            "Dès aujourd’hui, ajoutez votre réclamation écrite au dossier, puis saisissez le médiateur (dernier jour\u{a0}: 24 novembre 2026)"
        );
        assert_eq!(
            en,
            "Today, add your written complaint to the claim, then go to the mediator (last day: 24 November 2026)"
        );
    }

    #[test]
    fn waiting_says_for_whom_and_until_when() {
        let wait = Action::Wait {
            who: Who::Trader,
            what: text("Rembourser toutes les sommes", "Refund all sums"),
            late: None,
        };
        let (fr, en) = said(wait, Some("2026-12-01"));
        assert_eq!(
            fr,
            "Attendez jusqu’au 1er décembre 2026\u{a0}: le vendeur doit rembourser toutes les sommes"
        );
        assert_eq!(
            en,
            "Wait until 1 December 2026: the seller must refund all sums"
        );
        let late = |what: Text| Action::Wait {
            who: Who::Trader,
            what: text("Répondre à votre message", "Answer your message"),
            late: Some(Late {
                what,
                since: "2026-11-06".parse().unwrap(),
            }),
        };
        let (fr, en) = said(
            late(text("Livrer la commande", "Deliver the order")),
            Some("2026-12-01"),
        );
        assert_eq!(
            fr,
            "Attendez jusqu’au 1er décembre 2026\u{a0}: le vendeur doit répondre à votre message (en retard depuis le 6 novembre 2026\u{a0}: livrer la commande)"
        );
        assert_eq!(
            en,
            "Wait until 1 December 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order)"
        );
        // What is long is in the table of the deadlines.
        let long = text(
            "Rembourser toutes les sommes versées",
            "Refund all sums paid",
        );
        let (fr, _) = said(late(long), Some("2026-12-01"));
        assert!(
            fr.ends_with(" (en retard depuis le 6 novembre 2026)"),
            "{fr}"
        );
        let opening = Action::WaitForOpening {
            route: "platform/example#dispute".to_owned(),
            act: text("Ouvrez le litige", "Open the dispute"),
        };
        let (fr, en) = said(opening, Some("2026-12-01"));
        assert_eq!(fr, "Attendez le 1er décembre 2026, puis ouvrez le litige");
        assert_eq!(en, "Wait for 1 December 2026, then open the dispute");
    }

    #[test]
    fn whoever_is_late_is_chased_in_the_right_gender() {
        let chase = |who| Action::Chase {
            who,
            what: text("Répondre", "Answer"),
        };
        let (fr, en) = said(chase(Who::Trader), Some("2026-11-03"));
        assert_eq!(
            fr,
            "En retard (échéance\u{a0}: 3 novembre 2026)\u{a0}: le vendeur devait répondre\u{202f}; relancez-le"
        );
        assert_eq!(
            en,
            "Overdue (due on 3 November 2026): the seller had to answer; write again"
        );
        let (fr, _) = said(chase(Who::Platform), None);
        assert_eq!(
            fr,
            "En retard\u{a0}: la plateforme devait répondre\u{202f}; relancez-la"
        );
    }

    #[test]
    fn a_reminder_is_said_in_the_users_own_words() {
        let note = Action::Remember {
            event: 4,
            what: text("Rappeler Léa", "Rappeler Léa"),
        };
        let (fr, en) = said(note, Some("2026-11-20"));
        assert_eq!(fr, "Votre rappel du 20 novembre 2026\u{a0}: Rappeler Léa");
        assert_eq!(en, "Your reminder of 20 November 2026: Rappeler Léa");
    }

    #[test]
    fn every_action_is_said_in_every_language_with_nothing_left_open() {
        let what = || text("Répondre", "Answer");
        let mut actions = vec![
            Action::FinishDraft,
            take(true),
            take(false),
            Action::AnswerOffer { event: 4 },
            Action::SendInformation { event: 4 },
            Action::Remember {
                event: 4,
                what: what(),
            },
            Action::Closed,
        ];
        for outcome in [
            Outcome::PartlyRefunded,
            Outcome::Refused,
            Outcome::Abandoned,
        ] {
            actions.push(Action::NothingLeft { outcome });
        }
        for who in Who::ALL {
            actions.push(Action::Wait {
                who: *who,
                what: what(),
                late: Some(Late {
                    what: what(),
                    since: "2026-11-06".parse().unwrap(),
                }),
            });
            actions.push(Action::Chase {
                who: *who,
                what: what(),
            });
        }
        for outcome in Outcome::ALL {
            actions.push(Action::Close { outcome: *outcome });
        }
        for action in actions {
            for due_on in [None, Some("2026-11-24")] {
                let (fr, en) = said(action.clone(), due_on);
                for said in [fr, en] {
                    let open =
                        said.starts_with("next-") || said.contains("next-") || said.contains('{');
                    assert!(!open, "{action:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn a_command_is_ready_to_type() {
        let log = |about: Option<&str>| Command::Log {
            event: EventKind::DisputeOpened,
            about: about.map(str::to_owned),
        };
        assert_eq!(command(&Command::Next, 3), "claimctl next 3");
        assert_eq!(
            command(&Command::Letter(LetterKind::FirstMessage), 3),
            "claimctl letter 3 first-message"
        );
        assert_eq!(command(&log(None), 3), "claimctl log 3 dispute-opened");
        assert_eq!(
            command(&log(Some("platform/amazon#a-to-z")), 3),
            "claimctl log 3 dispute-opened --about platform/amazon#a-to-z"
        );
        assert_eq!(
            command(&Command::Close(Outcome::Refunded), 12),
            "claimctl close 12 --outcome refunded"
        );
        assert_eq!(command(&Command::Offer, 3), "claimctl offer 3");
        assert_eq!(command(&Command::Show, 3), "claimctl show 3");
    }
}
