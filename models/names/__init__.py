"""Names as such: cleaned, taken apart, compared, ordered. Imports configuration and what is below it; no database."""
