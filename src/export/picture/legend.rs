//! What the shapes of the picture mean.

use super::{Canvas, LINE, MARGIN, WIDTH, measure, shapes};
use crate::domain::timeline::{Due, Shape, Timeline};

type Draw = fn(&mut String, i64, i64);

impl Canvas<'_> {
    /// Says what each shape means that was drawn.
    pub(super) fn legend(&mut self) {
        let mut left = MARGIN;
        self.y += LINE * 2;
        for (key, draw) in used(self.timeline) {
            let text = self.lang.text(key);
            let long = 32 + measure(&text);
            if left > MARGIN && left + long > WIDTH - MARGIN {
                left = MARGIN;
                self.y += LINE + 4;
            }
            draw(&mut self.shapes, left + 12, self.y - 5);
            self.write((left + 30, self.y), r#"class="sign" font-size="13""#, &text);
            left += long + 12;
        }
    }
}

fn used(timeline: &Timeline) -> Vec<(&'static str, Draw)> {
    let shapes = timeline.windows.iter();
    let shapes: Vec<Shape> = shapes.filter_map(|w| w.shape(timeline.today)).collect();
    let has = |shape| shapes.contains(&shape);
    let dues = timeline.dues.iter().filter(|due| !due.is_told);
    let mut dues = dues.filter_map(Due::days);
    let bars = timeline
        .windows
        .iter()
        .filter(|w| w.taken_on.is_none() && w.paused_on.is_none());
    let mut limits = bars
        .filter_map(|window| window.legal_on)
        .chain(dues.clone().filter_map(|(_, legal)| legal));
    let signs: [(bool, &str, Draw); 8] = [
        (
            has(Shape::Done) || !timeline.events.is_empty(),
            "timeline-sign-happened",
            shapes::dot,
        ),
        (has(Shape::Open), "timeline-sign-open", |out, x, y| {
            sample(out, Shape::Open, x, y);
        }),
        (has(Shape::Later), "timeline-sign-later", |out, x, y| {
            sample(out, Shape::Later, x, y);
        }),
        (has(Shape::AfterStep), "timeline-sign-step", |out, x, y| {
            sample(out, Shape::AfterStep, x, y);
        }),
        (has(Shape::Past), "timeline-sign-past", |out, x, y| {
            sample(out, Shape::Past, x, y);
        }),
        (dues.next().is_some(), "timeline-sign-due", shapes::diamond),
        (
            limits.next().is_some(),
            "timeline-sign-legal",
            shapes::limit,
        ),
        (
            timeline.scale.cuts().next().is_some(),
            "timeline-sign-cut",
            shapes::cut,
        ),
    ];
    let used = signs.into_iter().filter(|sign| sign.0);
    used.map(|(_, key, draw)| (key, draw)).collect()
}

fn sample(out: &mut String, shape: Shape, x: i64, y: i64) {
    shapes::bar(out, shape, (Some(x - 12), Some(x + 12)), y);
}
