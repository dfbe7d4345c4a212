"""The list as it goes out: roster, numbered editions, updates, growth, verification, files. Imports consents
and what is below them."""
