"""How rows are kept: the store with its one writer, tables, schema, migrations, the lease of the process that
leads. Imports rules and what is below them; knows no verb."""
