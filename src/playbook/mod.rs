//! Playbooks: TOML to domain, with diagnostics.
