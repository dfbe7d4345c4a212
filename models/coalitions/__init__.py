"""The server as a coalition: its row, its settings, and who is a member or moderator there. Imports the
journal and what is below it."""
