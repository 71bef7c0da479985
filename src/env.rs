//! The only reader of the environment and of the platform's directories.
