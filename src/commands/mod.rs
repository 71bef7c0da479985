//! One file is one command: its help text, its arguments, and run.
