//! The stable public schema (records) and one file per format.
