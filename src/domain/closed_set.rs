//! The macro behind every closed set: one list gives the type, its ids, and the way back from an id.

/// Declares a fieldless enum whose ids are kebab-case and the same in files, flags, JSON and the database.
///
/// The generated type has `ALL`, `id()` and `from_id()`, and displays as its id.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// Every member, in the order in which it is shown.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Returns the id used in files, flags, JSON and the database.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// Finds the member with this id; `None` when there is none.
            #[must_use]
            pub fn from_id(id: &str) -> Option<$name> {
                match id { $($id => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.id())
            }
        }
    };
}

pub(crate) use closed_set;
