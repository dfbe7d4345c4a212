"""Catalogues of translations: extracted from the code, brought up to date, and checked (``python -m locales``).

A folder a language holds ``LC_MESSAGES/undersigned.po``, which is the source of truth. May import models.
"""
