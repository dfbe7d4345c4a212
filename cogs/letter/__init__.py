"""Cogs about the letter itself: reading it, its text and points, voting policy, dates, reminders, opening to
publishing. They import background, runtime and ui."""
