"""Cogs about the list of names: importing, exporting, batches, contacts, what moderators did. They import
background, runtime and ui."""
