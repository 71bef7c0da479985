//! Answers files (TOML, JSON) to the facts of a claim; every problem at once.
