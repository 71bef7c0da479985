//! Conditions as they are written.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};

use super::Str;

/// Keys with the values they may have, and the same behind `not`.
#[derive(Debug, Default)]
pub(in crate::playbook) struct RawCondition {
    pub any_of: BTreeMap<Str, Vec<Str>>,
    pub none_of: BTreeMap<Str, Vec<Str>>,
}

impl<'de> Deserialize<'de> for RawCondition {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = RawCondition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawCondition, A::Error> {
                let mut condition = RawCondition::default();
                while let Some(key) = map.next_key::<Str>()? {
                    if key.get_ref() == "not" {
                        condition.none_of = map.next_value()?;
                    } else {
                        let values = map.next_value()?;
                        condition.any_of.insert(key, values);
                    }
                }
                Ok(condition)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}
