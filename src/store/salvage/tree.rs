//! The pages of a file, as far as they can be told apart: which hold rows, and which are led to by none.
//!
//! The form of pages and records: <https://www.sqlite.org/fileformat2.html>.

use std::collections::BTreeSet;

/// The size of a page in every file of ours.
pub(super) const PAGE: usize = 4096;
/// The deepest that a tree of pages can be.
const DEEPEST: usize = 20;

/// What a value of a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    Nothing,
    Number,
    Text,
    Other,
}

/// What a page of rows looks like from outside, by its first record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looks {
    /// The rows have numbers of SQLite's; else they are in the order of their key.
    pub(super) numbered: bool,
    pub(super) values: Vec<Held>,
}

/// The pages of a file.
#[derive(Debug)]
pub(super) struct Pages<'b> {
    bytes: &'b [u8],
}

impl<'b> Pages<'b> {
    /// Takes the bytes of a file of whole pages.
    pub(super) fn new(bytes: &'b [u8]) -> Pages<'b> {
        Pages { bytes }
    }

    fn page(&self, number: u32) -> Option<&'b [u8]> {
        let start = usize::try_from(number.checked_sub(1)?).ok()? * PAGE;
        self.bytes.get(start..start + PAGE)
    }

    fn numbers(&self) -> impl Iterator<Item = u32> + use<'b> {
        1..=u32::try_from(self.bytes.len() / PAGE).unwrap_or(u32::MAX)
    }

    /// The kind of a page of a tree, and where its cells begin; `None` for every other page.
    fn cells(&self, number: u32) -> Option<(u8, Vec<usize>)> {
        let page = self.page(number)?;
        let head = if number == 1 { 100 } else { 0 };
        let kind = *page.get(head)?;
        let first = match kind {
            2 | 5 => head + 12,
            10 | 13 => head + 8,
            _ => return None,
        };
        let count = short(page, head + 3)?;
        let cells: Option<Vec<usize>> = (0..count)
            .map(|at| {
                short(page, first + 2 * at)
                    .filter(|cell| (first + 2 * count..PAGE - 3).contains(cell))
            })
            .collect();
        Some((kind, cells?))
    }

    /// The pages that a page leads to; `None` when it is no page of a tree, or leads to what is none.
    fn children(&self, number: u32) -> Option<Vec<u32>> {
        let (kind, cells) = self.cells(number)?;
        if matches!(kind, 10 | 13) {
            return Some(Vec::new());
        }
        let page = self.page(number)?;
        let head = if number == 1 { 100 } else { 0 };
        let mut children = vec![long(page, head + 8)?];
        for cell in cells {
            children.push(long(page, cell)?);
        }
        Some(children)
    }

    /// Whether a page belongs to a tree of the same kind as another.
    fn is_below(&self, kind: u8, child: u32) -> bool {
        let same = |other: u8| matches!((kind, other), (2, 2 | 10) | (5, 5 | 13));
        self.cells(child).is_some_and(|(other, _)| same(other))
    }

    /// The pages that begin a tree, or a part of one whose beginning is lost: no other page leads to them. What is free,
    /// and what belongs to the schema, is not among them.
    pub(super) fn tops(&self) -> Vec<u32> {
        let mut led_to = BTreeSet::new();
        for number in self.numbers() {
            let Some((kind, _)) = self.cells(number) else {
                continue;
            };
            let children = self.children(number).unwrap_or_default();
            led_to.extend(
                children
                    .into_iter()
                    .filter(|child| self.is_below(kind, *child)),
            );
        }
        let free = self.free();
        let begins = |number: &u32| {
            *number != 1
                && self.cells(*number).is_some()
                && !led_to.contains(number)
                && !free.contains(number)
        };
        self.numbers().filter(begins).collect()
    }

    /// The pages that hold nothing any more, as far as the list of them can be followed.
    fn free(&self) -> BTreeSet<u32> {
        let mut free = BTreeSet::new();
        let mut next = self.page(1).and_then(|page| long(page, 32)).unwrap_or(0);
        while let Some(page) = self.page(next).filter(|_| free.insert(next)) {
            let count = long(page, 4).unwrap_or(0).min(1022);
            free.extend((0..count).filter_map(|at| long(page, 8 + 4 * usize::try_from(at).ok()?)));
            next = long(page, 0).unwrap_or(0);
        }
        free
    }

    /// What the rows of a tree look like; `None` where there are none.
    pub(super) fn looks(&self, top: u32) -> Option<Looks> {
        let mut number = top;
        for _ in 0..DEEPEST {
            let (kind, cells) = self.cells(number)?;
            let page = self.page(number)?;
            match kind {
                2 | 5 => {
                    number = *self
                        .children(number)?
                        .iter()
                        .find(|child| self.is_below(kind, **child))?
                }
                _ => return looks(kind == 13, page.get(*cells.first()?..)?),
            }
        }
        None
    }

    /// Whether a tree has no row at all.
    pub(super) fn is_empty(&self, top: u32) -> bool {
        self.cells(top)
            .is_some_and(|(kind, cells)| matches!(kind, 10 | 13) && cells.is_empty())
    }

    /// The pages of the schema with their content, the first page first.
    pub(super) fn schema(&self) -> Vec<u32> {
        let mut all = vec![1];
        all.extend(
            self.cells(1)
                .filter(|(kind, _)| *kind == 5)
                .and_then(|_| self.children(1))
                .unwrap_or_default(),
        );
        all
    }
}

/// Sets where the pages that the first page leads to lie.
pub(super) fn move_children(first: &mut [u8], to: impl Fn(u32) -> u32) {
    if first.get(100) != Some(&5) {
        return;
    }
    let count = short(first, 103).unwrap_or(0);
    let cells = (0..count).filter_map(|at| short(first, 112 + 2 * at));
    let places: Vec<usize> = std::iter::once(108).chain(cells).collect();
    for place in places {
        if let Some(child) = long(first, place) {
            first[place..place + 4].copy_from_slice(&to(child).to_be_bytes());
        }
    }
}

/// The first record of a page, from its cell on.
fn looks(numbered: bool, cell: &[u8]) -> Option<Looks> {
    let (_, mut rest) = varint(cell)?;
    if numbered {
        (_, rest) = varint(rest)?;
    }
    let (size, after) = varint(rest)?;
    let size = usize::try_from(size).ok()?;
    let mut types = rest.get(rest.len() - after.len()..size)?;
    let mut values = Vec::new();
    while !types.is_empty() {
        let kind;
        (kind, types) = varint(types)?;
        values.push(match kind {
            0 => Held::Nothing,
            1..=6 | 8 | 9 => Held::Number,
            13.. if kind % 2 == 1 => Held::Text,
            _ => Held::Other,
        });
    }
    Some(Looks { numbered, values })
}

fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate().take(9) {
        if at == 8 {
            return Some((number << 8 | u64::from(*byte), &bytes[9..]));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[at + 1..]));
        }
    }
    None
}

fn short(page: &[u8], at: usize) -> Option<usize> {
    let bytes = page.get(at..at + 2)?;
    Some(usize::from(bytes[0]) << 8 | usize::from(bytes[1]))
}

fn long(page: &[u8], at: usize) -> Option<u32> {
    let bytes = page.get(at..at + 4)?;
    Some(
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u32::from(*byte)),
    )
}
