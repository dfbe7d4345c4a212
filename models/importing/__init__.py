"""A list of names taken in: ``files`` reads it, ``columns`` says what it holds, each row is assessed, and what is
accepted is written as one batch. Imports submissions and what is below them."""
