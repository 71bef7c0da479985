//! `claimctl playbook schema`: the format of playbooks as a JSON Schema, for editors.

use anyhow::Result;

use crate::context::Context;
use crate::error::Exit;
use crate::playbook;

/// Writes the schema to standard output.
///
/// # Errors
/// When the output cannot be written.
pub fn run(ctx: &Context) -> Result<Exit> {
    let schema = serde_json::to_string_pretty(&playbook::schema())?;
    ctx.ui.out(&format!("{schema}\n"))?;
    Ok(Exit::Done)
}
