//! The picture in the terminal. Its words say all that its bars show: beside them where there is room, else above them.

use chrono::NaiveDate;

use super::bars::{BEFORE, BEYOND, CUT, DUE, HAPPENED, LEGAL, Line, TODAY, sign};
use crate::domain::timeline::{Shape, Timeline, Window};
use crate::lang::Lang;
use crate::lang::words::timeline as words;
use crate::ui::text::{width, wrap};
use crate::ui::{Newlines, Paint, Tone, sanitize};

/// From this width on the words stand beside the bars.
const WIDE: usize = 110;

/// What stands under one heading: words, and the line that shows them.
struct Section {
    heading: &'static str,
    rows: Vec<(String, Option<Line>)>,
}

/// Says the picture in words alone.
pub(super) fn words(timeline: &Timeline, lang: &Lang, columns: usize, paint: Paint) -> String {
    let mut text = String::new();
    for section in sections(timeline, lang, columns) {
        text += &heading(section.heading, lang, columns, paint);
        for (words, _) in section.rows {
            text += &crate::commands::view::item(&words, Some(columns));
        }
    }
    text
}

/// Draws the picture.
pub(super) fn picture(timeline: &Timeline, lang: &Lang, columns: usize, paint: Paint) -> String {
    // The widest words and the bars share the line; on a narrow one the bars have it for themselves.
    let beside = (columns >= WIDE).then(|| {
        let sections = sections(timeline, lang, columns);
        let rows = sections.iter().flat_map(|section| &section.rows);
        let widest = rows.map(|(words, _)| width(words)).max().unwrap_or(0);
        widest.min(columns / 2)
    });
    let bars = beside.map_or(columns, |words| columns - words - 2);
    let sections = sections(timeline, lang, bars);
    let indent = beside.map_or(0, |words| words + 2);
    let mut text = String::from("\n");
    for line in axis(timeline, lang, bars) {
        text += &format!("{:indent$}{}\n", "", line.text(paint));
    }
    for section in &sections {
        text += &heading(section.heading, lang, columns, paint);
        for (words, line) in &section.rows {
            match (beside, line) {
                (_, None) => text += &crate::commands::view::item(words, Some(columns)),
                (None, Some(line)) => text += &above(words, line, columns, paint),
                (Some(room), Some(line)) => {
                    for (at, part) in hung(words, room).iter().enumerate() {
                        let rest = Line::blank(timeline, bars);
                        let bar = if at == 0 { line } else { &rest };
                        let pad = indent - width(part).min(indent);
                        text += &format!("{part}{:pad$}{}\n", "", bar.text(paint));
                    }
                }
            }
        }
    }
    text + &legend(&sections, timeline, lang, columns)
}

fn heading(key: &str, lang: &Lang, columns: usize, paint: Paint) -> String {
    let lines = hung(&lang.text(key), columns).into_iter();
    let lines = lines.map(|line| paint.bold(line) + "\n");
    format!("\n{}", lines.collect::<String>())
}

/// The words and, below them, the line; both on one line where a day leaves room beside it.
fn above(words: &str, line: &Line, columns: usize, paint: Paint) -> String {
    let long = width(words);
    // A sign for each column: what takes two, or none, would move what stands behind it.
    let beside = line.only_mark().filter(|_| words.chars().count() == long);
    let start = beside.and_then(|mark| match mark + 2 + long <= columns {
        true => Some(mark + 2),
        false => mark.checked_sub(long + 1),
    });
    match start {
        Some(start) => {
            let mut line = line.clone();
            line.write(start, words, Tone::Normal);
            format!("{}\n", line.text(paint))
        }
        None => format!(
            "{}\n{}\n",
            hung(words, columns).join("\n"),
            line.text(paint)
        ),
    }
}

/// The lines of a text, each after the first set in: none passes for the beginning of another.
pub(super) fn hung(text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    let set_in = |(at, line)| match at {
        0 => line,
        _ => format!("  {line}"),
    };
    lines.enumerate().map(set_in).collect()
}

fn sections(timeline: &Timeline, lang: &Lang, columns: usize) -> Vec<Section> {
    let clean = |text: String| sanitize(&text, Newlines::Fold).into_owned();
    let point = |on: NaiveDate, sign| Line::point(timeline, columns, on, sign);
    let events = timeline.days().filter_map(|marks| {
        let words = words::day(marks)?;
        Some((clean(lang.say(&words)), Some(point(marks[0].on, HAPPENED))))
    });
    let windows = |kept: fn(Option<Shape>) -> bool| {
        let shape = |window: &&Window| window.shape(timeline.today);
        let windows = timeline.windows.iter().filter(|window| kept(shape(window)));
        let rows = windows.map(|window| {
            let words = clean(lang.say(&words::window(window, timeline)));
            (words, Line::bar(timeline, columns, window))
        });
        rows.collect::<Vec<_>>()
    };
    let dues = timeline.dues.iter().filter(|due| !due.is_told).map(|due| {
        let words = clean(lang.say(&words::due(due, lang.language)));
        let line = due.days().map(|(on, legal)| {
            let mut line = point(on, DUE);
            let scale = &timeline.scale;
            line.limit(scale, legal, scale.column(on, columns));
            line
        });
        (words, line)
    });
    let sections = [
        ("timeline-happened", events.collect()),
        ("timeline-done", windows(|shape| shape == Some(Shape::Done))),
        (
            "timeline-windows",
            windows(|shape| shape.is_some_and(|shape| shape != Shape::Done)),
        ),
        ("timeline-dues", dues.collect()),
        ("timeline-undated", windows(|shape| shape.is_none())),
    ];
    sections
        .into_iter()
        .filter(|(_, rows): &(_, Vec<_>)| !rows.is_empty())
        .map(|(heading, rows)| Section { heading, rows })
        .collect()
}

/// Today, the months, and the line itself.
fn axis(timeline: &Timeline, lang: &Lang, columns: usize) -> [Line; 3] {
    let scale = &timeline.scale;
    let today = scale.column(timeline.today, columns);
    let empty = || {
        let mut line = Line::blank(timeline, columns);
        line.put(today, ' ', Tone::Normal);
        line
    };
    let (mut above, mut names, mut ruler) = (empty(), empty(), empty());
    let word = lang.text("timeline-today");
    let long = word.chars().count();
    above.put(today, '▼', Tone::Bold);
    match today + 2 + long <= columns {
        true => above.write(today + 2, &word, Tone::Bold),
        false => above.write(today.saturating_sub(long + 1), &word, Tone::Bold),
    }
    for column in 0..columns {
        ruler.put(column, '─', Tone::Dim);
    }
    for (on, said) in words::ticks(scale) {
        let column = scale.column(on, columns);
        let said = said.iter().map(|name| lang.say(name));
        let mut placed = said.map(|name| {
            let long = name.chars().count();
            (column.min(columns.saturating_sub(long)), long, name)
        });
        let free = placed.find(|(start, long, _)| names.is_free(*start..*start + *long));
        if let Some((start, _, name)) = free {
            names.write(start, &name, Tone::Dim);
            ruler.put(column, '┬', Tone::Dim);
        }
    }
    ruler.put(today, '┼', Tone::Bold);
    for column in scale.cut_columns(columns) {
        ruler.write(column, CUT, Tone::Dim);
    }
    [above, names, ruler]
}

/// What the signs that were used mean.
fn legend(sections: &[Section], timeline: &Timeline, lang: &Lang, columns: usize) -> String {
    let lines = sections.iter().flat_map(|section| &section.rows);
    let used: Vec<char> = lines
        .filter_map(|row| row.1.as_ref())
        .flat_map(Line::signs)
        .collect();
    let signs = [
        (TODAY, "timeline-sign-today"),
        (HAPPENED, "timeline-sign-happened"),
        (sign(Shape::Open), "timeline-sign-open"),
        (sign(Shape::Later), "timeline-sign-later"),
        (sign(Shape::AfterStep), "timeline-sign-step"),
        (sign(Shape::Past), "timeline-sign-past"),
        (DUE, "timeline-sign-due"),
        (LEGAL, "timeline-sign-legal"),
        (BEFORE, "timeline-sign-before"),
        (BEYOND, "timeline-sign-beyond"),
    ];
    let mut parts: Vec<String> = signs
        .iter()
        .filter(|(sign, _)| used.contains(sign))
        .map(|(sign, key)| format!("{sign} {}", lang.text(key)))
        .collect();
    if timeline.scale.cuts().next().is_some() {
        parts.push(format!("{CUT} {}", lang.text("timeline-sign-cut")));
    }
    let mut rows: Vec<String> = Vec::new();
    for part in parts {
        match rows.last_mut() {
            Some(row) if width(row) + 2 + width(&part) <= columns => *row += &format!("  {part}"),
            _ => rows.push(part),
        }
    }
    format!("\n{}\n", rows.join("\n"))
}
