"""Prose: the letter's text and what is said about it, as paragraphs, lists and tables.

``parser`` reads Markdown into the ``blocks`` that every renderer draws: ``html`` and ``plain`` here, DOCX and PDF among
the exports, Discord in ``cogs.ui.prose``. ``source`` writes blocks as Markdown again, ``opening`` finds a title and an
addressee that the text brings itself, ``script`` knows what runs from the right.
"""
