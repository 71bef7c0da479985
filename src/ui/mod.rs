//! The only folder that touches the terminal: output, prompts, tables.
