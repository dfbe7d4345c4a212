"""The ways onto a letter: proposing, signing, a moderator's entry, and the limit of each member. Imports review
and what is below it."""
