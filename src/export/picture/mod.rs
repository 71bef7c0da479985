//! A claim in time as an SVG picture: self-contained, without script, style sheet or font of its own.
//!
//! Shapes and strokes tell the bars apart, so that it can be printed in black. Every colour is an attribute, which the style
//! sheet of a page can replace by the classes. It has no ids: several pictures can stand on one page. All its words stand
//! in its description too, for whoever hears it.

mod legend;
mod shapes;
mod text;

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::message::Message;
use crate::domain::timeline::{Shape, Timeline, Window};
use crate::lang::Lang;
use crate::lang::words::timeline as words;
use text::{broken, escaped, measure};

/// The width of the picture, in its units; its letters are 14 of them high.
const WIDTH: i64 = 600;

/// The room left and right of the line.
const MARGIN: i64 = 14;

/// The heights of a line of words, of a heading and of a bar.
const LINE: i64 = 18;
const HEADING: i64 = 36;
const BAR: i64 = 22;

/// What was drawn and written so far, from the top down.
struct Canvas<'a> {
    timeline: &'a Timeline,
    lang: &'a Lang,
    shapes: String,
    /// The line of today, broken where words stand.
    today: String,
    words: String,
    /// The words alone, for the description.
    told: Vec<String>,
    y: i64,
}

/// Draws a claim in time: a whole SVG document, which can also stand inside a page of HTML.
#[must_use]
pub fn svg(timeline: &Timeline, lang: &Lang) -> String {
    let mut canvas = Canvas {
        timeline,
        lang,
        shapes: String::new(),
        today: String::new(),
        words: String::new(),
        told: Vec::new(),
        y: 0,
    };
    let title = canvas.say(&words::title(timeline));
    canvas.axis();
    canvas.events();
    canvas.windows();
    canvas.dues();
    canvas.undated();
    canvas.legend();
    let height = canvas.y + MARGIN;
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" lang="{language}" font-family="system-ui, sans-serif" font-size="14" fill="#111">
<title>{title}</title>
<desc>{told}</desc>
<rect class="paper" width="{WIDTH}" height="{height}" fill="#fff"/>
{shapes}<path class="halo" d="{today}" fill="none" stroke="#fff" stroke-width="4"/>
<path class="today" d="{today}" fill="none" stroke="#b00020" stroke-width="1.5"/>
<g class="words" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">
{words}</g>
</svg>
"##,
        language = lang.language,
        title = escaped(&title),
        told = escaped(&canvas.told.join("\n")),
        shapes = canvas.shapes,
        today = canvas.today,
        words = canvas.words,
    )
}

impl Canvas<'_> {
    /// Today, the months, and the line.
    fn axis(&mut self) {
        let scale = &self.timeline.scale;
        let today = self.x(self.timeline.today);
        let said = self.lang.text("timeline-today");
        let at = inside(today, measure(&said) / 2);
        let style = r##"class="today" text-anchor="middle" font-weight="bold" fill="#b00020""##;
        self.write((at, 16), style, &said);
        let _ = write!(self.today, "M{today} 40v12");
        let mut taken: Vec<(i64, i64)> = Vec::new();
        for (on, said) in words::ticks(scale) {
            let x = self.x(on);
            let said = said.iter().map(|name| self.say(name));
            let mut placed = said.map(|name| {
                let half = measure(&name) * 12 / 14 / 2;
                (inside(x, half), half + 5, name)
            });
            let is_free = |(at, half, _): &(i64, i64, String)| {
                let mut others = taken.iter();
                others.all(|(other, reach)| (at - other).abs() >= half + reach)
            };
            if let Some((at, half, name)) = placed.find(is_free) {
                taken.push((at, half));
                let style = r##"class="tick" text-anchor="middle" font-size="12" fill="#444""##;
                self.write((at, 34), style, &name);
                shapes::tick(&mut self.shapes, x, 42);
            }
        }
        shapes::axis(&mut self.shapes, (MARGIN, WIDTH - MARGIN), 46);
        for (from, to) in scale.cuts() {
            let middle = (self.place(from) + self.place(to)) / 2;
            shapes::cut(&mut self.shapes, middle, 46);
        }
        self.y = 50;
    }

    fn events(&mut self) {
        for (at, marks) in self.timeline.days().enumerate() {
            if at == 0 {
                self.heading("timeline-happened");
            }
            if let Some(day) = words::day(marks) {
                self.point(&day, shapes::dot, marks[0].on);
            }
        }
    }

    /// What was done, and then what can be.
    fn windows(&mut self) {
        for (heading, is_done) in [("timeline-done", true), ("timeline-windows", false)] {
            let mut shown = false;
            for window in &self.timeline.windows {
                let shape = window.shape(self.timeline.today);
                let Some(shape) = shape.filter(|shape| (*shape == Shape::Done) == is_done) else {
                    continue;
                };
                if !std::mem::replace(&mut shown, true) {
                    self.heading(heading);
                }
                let said = words::window(window, self.timeline);
                match window.taken_on {
                    Some(on) => self.point(&said, shapes::dot, on),
                    None => self.bar(&said, window, shape),
                }
            }
        }
    }

    fn bar(&mut self, said: &Message, window: &Window, shape: Shape) {
        self.paragraph(said);
        self.room();
        let (from, until) = window.bar(self.timeline.today).unwrap_or_default();
        let ends = (from.map(|on| self.x(on)), until.map(|on| self.x(on)));
        let y = self.middle();
        shapes::bar(&mut self.shapes, shape, ends, y);
        self.limit(window.legal_on.filter(|_| until.is_some()));
    }

    fn dues(&mut self) {
        let dues = self.timeline.dues.iter().filter(|due| !due.is_told);
        for (at, due) in dues.enumerate() {
            if at == 0 {
                self.heading("timeline-dues");
            }
            let said = words::due(due, self.lang.language);
            match due.days() {
                Some((on, legal)) => {
                    self.point(&said, shapes::diamond, on);
                    self.limit(legal);
                }
                None => self.paragraph(&said),
            }
        }
    }

    /// The legal last day, where it is later than the safe one.
    fn limit(&mut self, on: Option<NaiveDate>) {
        if let Some(on) = on {
            self.sign(shapes::limit, on);
        }
    }

    /// What has no day, in words alone.
    fn undated(&mut self) {
        let windows = self.timeline.windows.iter();
        let undated = windows.filter(|window| window.shape(self.timeline.today).is_none());
        for (at, window) in undated.enumerate() {
            if at == 0 {
                self.heading("timeline-undated");
            }
            self.paragraph(&words::window(window, self.timeline));
        }
    }

    fn heading(&mut self, key: &str) {
        let text = self.lang.text(key);
        self.y += HEADING;
        let style = r#"class="heading" font-size="15" font-weight="bold""#;
        self.write((MARGIN, self.y - 8), style, &text);
        self.told.push(text);
    }

    /// A day and its words: beside its sign where there is room, else above.
    fn point(&mut self, said: &Message, draw: fn(&mut String, i64, i64), on: NaiveDate) {
        let text = self.say(said);
        let (x, long) = (self.x(on), measure(&text) + 12);
        let beside = match (x + long <= WIDTH - MARGIN, x - long >= MARGIN) {
            (true, _) => Some((x + 12, x..x + long, r#"class="row""#)),
            (false, true) => Some((x - 12, x - long..x, r#"class="row" text-anchor="end""#)),
            (false, false) => None,
        };
        match beside {
            None => {
                self.paragraph(said);
                self.room();
            }
            Some((start, across, style)) => {
                match across.contains(&self.x(self.timeline.today)) {
                    // The line of today would only cross the words out.
                    true => self.y += BAR,
                    false => self.room(),
                }
                self.write((start, self.middle() + 5), style, &text);
                self.told.push(format!("– {text}"));
            }
        }
        self.sign(draw, on);
    }

    /// Makes room for a bar or a sign, crossed by the line of today.
    fn room(&mut self) {
        let x = self.x(self.timeline.today);
        let _ = write!(self.today, "M{x} {}v{}", self.y - 1, BAR - 1);
        self.y += BAR;
    }

    /// A sign on a day, below the last words.
    fn sign(&mut self, draw: fn(&mut String, i64, i64), on: NaiveDate) {
        let (x, y) = (self.x(on), self.middle());
        draw(&mut self.shapes, x, y);
    }

    /// The middle of the room below the last words.
    fn middle(&self) -> i64 {
        self.y - BAR / 2 - 2
    }

    fn paragraph(&mut self, message: &Message) {
        let text = self.say(message);
        for line in broken(&text, WIDTH - 2 * MARGIN) {
            self.y += LINE;
            self.write((MARGIN, self.y - 4), r#"class="row""#, &line);
        }
        self.told.push(format!("– {text}"));
    }

    fn write(&mut self, (x, y): (i64, i64), style: &str, text: &str) {
        let text = escaped(text);
        let _ = writeln!(self.words, r#"<text x="{x}" y="{y}" {style}>{text}</text>"#);
    }

    fn say(&self, message: &Message) -> String {
        sanitize(&self.lang.say(message), Newlines::Fold).into_owned()
    }

    fn x(&self, day: NaiveDate) -> i64 {
        self.place(self.timeline.scale.place(day))
    }

    /// Where a place of the scale lies on the picture.
    fn place(&self, place: i64) -> i64 {
        let room = i128::from(WIDTH - 2 * MARGIN);
        let x = i128::from(place) * room / i128::from(self.timeline.scale.length().max(1));
        MARGIN + i64::try_from(x).unwrap_or(0)
    }
}

/// The middle of a text of this half width, moved so far that it lies inside.
fn inside(x: i64, half: i64) -> i64 {
    x.max(MARGIN + half).min(WIDTH - MARGIN - half)
}
