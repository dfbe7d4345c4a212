"""Databases of earlier days, with what stood on Discord beside them; see ``tests/test_kept.py``."""
