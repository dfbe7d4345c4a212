"""Ballots on a proposal: casting, taking back, counting, ending. Imports signatories and what is below them."""
