"""People who take part, and what they typed and have not sent yet. Imports the outbox and what is below it."""
