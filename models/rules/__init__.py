"""Policies as values, in whole numbers: votes, and when reminders fall due. Imports names and what is below them;
no database."""
