"""Databases of earlier days, with what was on Discord beside them; see ``tests/test_kept.py``."""
