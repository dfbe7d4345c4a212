"""That a signatory really agreed, and to which text; also a person's own answer when somebody else put their
name forward. Imports letters and what is below them."""
