"""Bullets: what stands before each name of a list that is pasted."""

import re

BULLET = re.compile(r"^\s*(?:[•·▪◦‣⁃●○■□►▶➤✓✔☐☑*+]|[-–—](?=\s))\s*(?:\[[ xX]?\]\s+)?")
"""A number is none: it may be part of the name ("1. FC …")."""
