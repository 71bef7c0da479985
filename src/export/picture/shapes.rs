//! The shapes of the picture: each is told from the others without its colour.

use std::fmt::Write as _;

use super::{MARGIN, WIDTH};
use crate::domain::timeline::Shape;

/// Half the height of a bar.
const HALF: i64 = 6;

pub(super) fn axis(out: &mut String, (from, to): (i64, i64), y: i64) {
    let _ = writeln!(
        out,
        r##"<path class="axis" d="M{from} {y}H{to}" fill="none" stroke="#444"/>"##
    );
}

pub(super) fn tick(out: &mut String, x: i64, y: i64) {
    let _ = writeln!(
        out,
        r##"<path class="axis" d="M{x} {y}v8" fill="none" stroke="#444"/>"##
    );
}

/// Something that was done or happened.
pub(super) fn dot(out: &mut String, x: i64, y: i64) {
    let _ = writeln!(
        out,
        r##"<circle class="dot" cx="{x}" cy="{y}" r="5" fill="#111"/>"##
    );
}

/// A last day that no window shows.
pub(super) fn diamond(out: &mut String, x: i64, y: i64) {
    let _ = writeln!(
        out,
        r##"<path class="due" d="M{x} {top}l6 6l-6 6l-6 -6z" fill="#fff" stroke="#111" stroke-width="2"/>"##,
        top = y - 6
    );
}

/// The legal last day.
pub(super) fn limit(out: &mut String, x: i64, y: i64) {
    let _ = writeln!(
        out,
        r##"<path class="limit" d="M{x} {top}v18" fill="none" stroke="#111" stroke-width="2" stroke-dasharray="3 2"/>"##,
        top = y - 9
    );
}

/// Where a stretch of time was cut short.
pub(super) fn cut(out: &mut String, x: i64, y: i64) {
    let _ = writeln!(
        out,
        r##"<path class="cut" d="M{left} {low}l4 -10M{x} {low}l4 -10" fill="none" stroke="#444" stroke-width="1.5"/>"##,
        left = x - 4,
        low = y + 5
    );
}

/// A window: full while it is open, empty before, dashed behind another step, a thin line once it is over. An end that is not
/// known is pointed.
pub(super) fn bar(
    out: &mut String,
    shape: Shape,
    (left, right): (Option<i64>, Option<i64>),
    y: i64,
) {
    // A window of a day is still to be seen.
    let from = left.unwrap_or(MARGIN);
    let to = right.unwrap_or(WIDTH - MARGIN).max(from + 3);
    let half = if shape == Shape::Past { 2 } else { HALF };
    let (top, low) = (y - half, y + half);
    let tip = |known: Option<i64>, x: i64, outwards: i64| match known {
        Some(_) => String::new(),
        None => format!("L{} {y}", x + outwards * HALF),
    };
    let (class, style) = style(shape);
    let _ = writeln!(
        out,
        r##"<path class="bar {class}" d="M{from} {top}H{to}{right}L{to} {low}H{from}{left}z" {style}/>"##,
        right = tip(right, to, 1),
        left = tip(left, from, -1),
    );
}

fn style(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Open => (
            "open",
            r##"fill="#1a5276" stroke="#1a5276" stroke-width="1.5""##,
        ),
        Shape::Later => (
            "later",
            r##"fill="#fff" stroke="#1a5276" stroke-width="1.5""##,
        ),
        Shape::AfterStep => (
            "after-step",
            r##"fill="#fff" stroke="#444" stroke-width="1.5" stroke-dasharray="4 3""##,
        ),
        Shape::Past | Shape::Done => ("past", r##"fill="#767676""##),
    }
}
