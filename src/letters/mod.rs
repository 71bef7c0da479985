//! Rendering of letters: a playbook's template, filled from the claim.
