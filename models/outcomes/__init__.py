"""Outcomes: a moderator records that the letter was delivered, and what the addressee answered."""
