"""A name on a letter and its state: moves, counts, duplicates, look-alikes, contacts. Imports participants
and what is below them."""
