//! Texts and numbers of a form as schemas: an id, a day, a length of time, an address.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::super::surcharge::MOST_PERCENT;
use super::super::validate::FORMAT;

macro_rules! forms {
    ($($name:ident: $schema:tt;)+) => {$(
        pub(in crate::playbook) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

forms! {
    Format: { "type": "integer", "const": FORMAT };
    Id: { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" };
    PlaybookId: {
        "type": "string",
        "pattern": "^(law|platform|payment|sector)(/[a-z0-9]+(-[a-z0-9]+)*)+$"
    };
    // A day of TOML is a text with a format to whoever validates TOML by a schema.
    Day: { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };
    Time: { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?" };
    PartialDay: { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" };
    Duration: { "type": "string", "pattern": "^-?P([0-9]+[DWMY]|T[0-9]+H)$" };
    Length: { "type": "string", "pattern": "^-?(notice|P([0-9]+[DWMY]|T[0-9]+H))$" };
    Number: { "type": "integer", "minimum": 0, "maximum": u32::MAX };
    Share: { "type": "integer", "minimum": 0, "maximum": MOST_PERCENT };
    Percent: { "type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,2})?$" };
    Url: { "type": "string", "pattern": "^https://[^ ]+$" };
}
