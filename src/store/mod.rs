//! The store: SQLite, the only folder that knows rusqlite.
