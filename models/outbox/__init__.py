"""What should be told, written down in the transaction that gives the reason: notices, public cards, events.
Imports coalitions and what is below them; ``delivery`` says it."""
