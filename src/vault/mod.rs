//! Evidence on disk: size, hash, type.
