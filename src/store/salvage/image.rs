//! A damaged file as SQLite can open it: a copy with a header that fits and a schema of ours, which says where each table
//! begins.

use std::collections::BTreeMap;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

use super::super::check;
use super::super::schema::{self, APPLICATION_ID, MIGRATIONS};
use super::tree::{PAGE, Pages, move_children};

/// The largest file that is looked at, in pages.
const MOST_PAGES: usize = 1 << 20;

/// Tables and indexes, each with the page that it begins on.
pub(super) type Roots = BTreeMap<String, u32>;

/// Why there is no image.
#[derive(Debug)]
pub(super) enum ImageError {
    Sqlite(rusqlite::Error),
    Writing(io::Error),
}

impl From<rusqlite::Error> for ImageError {
    fn from(error: rusqlite::Error) -> ImageError {
        ImageError::Sqlite(error)
    }
}

impl From<io::Error> for ImageError {
    fn from(error: io::Error) -> ImageError {
        ImageError::Writing(error)
    }
}

/// The copy of a damaged file.
#[derive(Debug)]
pub(super) struct Image {
    bytes: Vec<u8>,
    file: NamedTempFile,
    /// The number of migrations that the file has had, as far as it can be known.
    version: usize,
    /// Where everything begins, where the file itself can still say so.
    pub(super) roots: Option<Roots>,
}

impl Image {
    /// Copies a file into a private one in a folder.
    pub(super) fn new(mut bytes: Vec<u8>, folder: &Path) -> Result<Image, ImageError> {
        bytes.truncate(MOST_PAGES * PAGE);
        bytes.resize(bytes.len().next_multiple_of(PAGE).max(PAGE), 0);
        let mut image = Image {
            version: version(&bytes),
            bytes,
            file: NamedTempFile::new_in(folder)?,
            roots: None,
        };
        image.file.write_all(&image.bytes)?;
        let first = image.bytes[..PAGE].to_vec();
        image.put_first(first, image.bytes.len() / PAGE)?;
        let own = image.connect()?;
        if check::has_our_shape(&own).unwrap_or(false) {
            image.roots = roots(&own).ok();
        }
        Ok(image)
    }

    pub(super) fn pages(&self) -> Pages<'_> {
        Pages::new(&self.bytes)
    }

    /// Opens the copy with tables that begin on these pages; the others are empty.
    pub(super) fn open(&mut self, roots: &Roots) -> Result<Connection, ImageError> {
        let count = u32::try_from(self.bytes.len() / PAGE).unwrap_or(u32::MAX);
        // Behind the last page: an empty page for each of the others, then the schema.
        let mut behind = Vec::new();
        let mut last = count;
        let fresh = fresh(self.version, |name, kind| {
            roots.get(name).copied().unwrap_or_else(|| {
                behind.extend(empty_page(kind));
                last += 1;
                last
            })
        })?;
        let pages = Pages::new(&fresh).schema();
        for number in &pages[1..] {
            let start = usize::try_from(*number - 1).unwrap_or(0) * PAGE;
            behind.extend(fresh.get(start..start + PAGE).unwrap_or_default());
        }
        let mut first = fresh[..PAGE].to_vec();
        move_children(&mut first, |child| {
            let at = pages
                .iter()
                .position(|number| *number == child)
                .unwrap_or(0);
            last + u32::try_from(at).unwrap_or(0)
        });
        self.file.seek(SeekFrom::Start(self.bytes.len() as u64))?;
        self.file.write_all(&behind)?;
        self.put_first(first, (self.bytes.len() + behind.len()) / PAGE)?;
        Ok(self.connect()?)
    }

    fn put_first(&mut self, mut first: Vec<u8>, pages: usize) -> io::Result<()> {
        put_header(&mut first, self.version, pages);
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&first)?;
        self.file.flush()
    }

    fn connect(&self) -> rusqlite::Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(self.file.path(), flags)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.execute_batch("PRAGMA cell_size_check = ON")?;
        Ok(conn)
    }

    /// The tables of the desk with how many columns they had at first and have now, their key, and whether their rows are
    /// numbered.
    pub(super) fn pattern(&self) -> rusqlite::Result<Vec<Pattern>> {
        let now = Connection::open_in_memory()?;
        schema::migrate(&now, MIGRATIONS.get(..self.version).unwrap_or(MIGRATIONS))?;
        let first = Connection::open_in_memory()?;
        schema::migrate(&first, &MIGRATIONS[..1])?;
        let mut tables = now.prepare("SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")?;
        let tables: Vec<(String, bool)> = tables
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut all = Vec::new();
        for (name, keyed) in tables {
            let columns = columns(&now, &name)?;
            let mut key: Vec<&Column> = columns.iter().filter(|column| column.key > 0).collect();
            key.sort_by_key(|column| column.key);
            let at_first = self::columns(&first, &name)?.len();
            all.push(Pattern {
                key: key.into_iter().map(|column| column.name.clone()).collect(),
                at_first: if at_first == 0 {
                    columns.len()
                } else {
                    at_first
                },
                // The number of a row stands beside its record, not in it.
                holds: columns
                    .iter()
                    .map(|column| Holds {
                        number: column.kind == "INTEGER",
                        always: column.must && (keyed || column.key == 0),
                    })
                    .collect(),
                columns: columns.into_iter().map(|column| column.name).collect(),
                numbered: !keyed,
                name,
            });
        }
        Ok(all)
    }
}

/// What a table of the desk is.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) key: Vec<String>,
    /// Rows that were written before a column was added have fewer.
    pub(super) at_first: usize,
    pub(super) holds: Vec<Holds>,
    pub(super) numbered: bool,
}

/// What a column holds: numbers or text, always or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holds {
    pub(super) number: bool,
    pub(super) always: bool,
}

struct Column {
    name: String,
    kind: String,
    must: bool,
    key: i64,
}

fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let mut about =
        conn.prepare("SELECT name, type, pk, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = about.query_map([table], |row| {
        Ok(Column {
            name: row.get(0)?,
            kind: row.get(1)?,
            key: row.get(2)?,
            must: row.get(3)?,
        })
    })?;
    rows.collect()
}

fn roots(conn: &Connection) -> rusqlite::Result<Roots> {
    let mut select = conn.prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// The number of migrations that the file has had, as far as its header can be believed.
fn version(bytes: &[u8]) -> usize {
    let number = bytes[60..64]
        .iter()
        .fold(0, |n, byte| n << 8 | usize::from(*byte));
    match (1..=MIGRATIONS.len()).contains(&number) {
        true => number,
        false => MIGRATIONS.len(),
    }
}

/// A new file of claims whose tables are said to begin on other pages.
fn fresh(version: usize, mut root: impl FnMut(&str, u8) -> u32) -> rusqlite::Result<Vec<u8>> {
    let mut conn = Connection::open_in_memory()?;
    schema::migrate(&conn, MIGRATIONS.get(..version).unwrap_or(MIGRATIONS))?;
    let names: Vec<(String, u8)> = {
        let mut select = conn.prepare(
            "SELECT name, iif(type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%', 13, 10) FROM sqlite_schema WHERE rootpage > 0",
        )?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    conn.execute_batch("PRAGMA writable_schema = ON")?;
    for (name, kind) in names {
        conn.execute(
            "UPDATE sqlite_schema SET rootpage = ?2 WHERE name = ?1",
            (&name, root(&name, kind)),
        )?;
    }
    Ok(conn.serialize("main")?.to_vec())
}

fn empty_page(kind: u8) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[0] = kind;
    // Its content, of which there is none, begins at its end.
    page[5..7].copy_from_slice(&[0x10, 0]);
    page
}

/// Writes the header that the file must have had, for as many pages as it has.
fn put_header(first: &mut [u8], version: usize, pages: usize) {
    let mut put = |at: usize, part: &[u8]| first[at..at + part.len()].copy_from_slice(part);
    put(0, b"SQLite format 3\0");
    put(16, &[0x10, 0, 1, 1, 0, 64, 32, 32]);
    // A change counter, the same as the one for which the number of pages holds; no free pages.
    put(24, &1_u32.to_be_bytes());
    put(28, &u32::try_from(pages).unwrap_or(u32::MAX).to_be_bytes());
    put(32, &[0; 8]);
    // A schema of the fourth form, no preferred size of the cache, never vacuumed by itself, UTF-8.
    put(44, &4_u32.to_be_bytes());
    put(48, &[0; 8]);
    put(56, &1_u32.to_be_bytes());
    put(60, &u32::try_from(version).unwrap_or(0).to_be_bytes());
    put(64, &[0; 4]);
    put(
        68,
        &u32::try_from(APPLICATION_ID).unwrap_or(0).to_be_bytes(),
    );
    put(72, &[0; 20]);
    put(92, &1_u32.to_be_bytes());
}
