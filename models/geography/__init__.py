"""Countries and time zones as people type them. Imports strings and what is below them; no database."""
