"""Text as such: what people type is cleaned and folded, two wordings are compared. Imports refusals and terms alone."""
