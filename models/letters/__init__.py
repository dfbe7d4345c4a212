"""A letter from draft to close: its text and wordings, points, dates, outages, and who endorses which wording.
Imports voting and what is below it."""
