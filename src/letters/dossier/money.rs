//! The money: what is asked, what came, what is left, what the law adds, and how that was found.

use super::model::{Block, Cell, Section, Table};
use super::teller::Teller;
use crate::domain::event::EventKind;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::lang::words;

pub(super) fn section(teller: &Teller<'_>) -> Section {
    let facts = &teller.case.facts;
    let account = &facts.assessment.money;
    let columns = ["what", "amount"].map(|name| teller.text(&format!("dossier-column-{name}")));
    let mut table = Table::new(teller.text("dossier-money"), columns.to_vec());
    table.numbers = vec![1];
    let mut row = |what: String, amount: String| {
        table.rows.push(vec![Cell::Text(what), Cell::Text(amount)]);
    };
    let money = |amount: Money| teller.words.money(amount);
    if let Some(price) = facts.claim.amount.filter(|_| account.asked.is_none()) {
        row(teller.text("dossier-money-price"), money(price));
    }
    if let Some(asked) = account.asked {
        row(teller.text("dossier-money-asked"), money(asked));
    }
    let refunds = teller.words.events.iter();
    let refunds = refunds.filter(|e| e.kind == EventKind::Refunded);
    let refunds: Vec<_> = refunds.filter_map(|e| Some((e.on, e.amount?))).collect();
    for (on, amount) in &refunds {
        let received = Message::new("dossier-money-received").with("on", *on);
        row(teller.say(&received), format!("−{}", money(*amount)));
    }
    if let Some(left) = account.outstanding.filter(|_| !refunds.is_empty()) {
        row(teller.text("dossier-money-outstanding"), money(left));
    }
    let increase = account.increase().filter(|view| view.amount.minor > 0);
    let mut blocks = Vec::new();
    if let Some(view) = increase {
        let added = Message::new("dossier-money-added").with("days", view.days_late);
        row(teller.say(&added), money(view.amount));
        if let Some(total) = account.outstanding.and_then(|left| left.plus(view.amount)) {
            row(teller.text("dossier-money-total"), money(total));
            table.sums_up = true;
        }
    }
    if table.rows.is_empty() {
        blocks.push(Block::Paragraph(teller.text("dossier-money-none")));
    } else {
        blocks.push(Block::Table(table));
    }
    match &account.surcharge {
        Some(Ok(view)) if view.amount.minor > 0 => {
            let due = Message::new("dossier-money-due").with("on", view.due_on);
            let mut steps = vec![teller.say(&due)];
            steps.extend(words::late_parts(view).iter().map(|step| teller.say(step)));
            blocks.push(Block::Paragraph(teller.text("dossier-money-how")));
            blocks.push(Block::List(steps));
            let source = words::source_line(&view.source, facts.today);
            blocks.push(Block::Paragraph(teller.say(&source)));
        }
        Some(Err(reason)) => {
            let why = words::no_surcharge(reason);
            blocks.extend(why.map(|why| Block::Paragraph(teller.say(&why))));
        }
        _ => {}
    }
    Section {
        id: "money",
        title: teller.text("dossier-money"),
        blocks,
    }
}
