"""Reading a deadline as people type it. ``reader`` is the way in, ``grammar`` knows the words. Imports sheets
and what is below them."""
