//! The four steps as a state machine: one answer in, the change and the next question out.
