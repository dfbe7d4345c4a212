"""Wish list: names that somebody should ask, each claimed by a member. Nobody is a signatory by being on it: it is no
part of any count, list or file."""
