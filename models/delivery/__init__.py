"""What is due is claimed, rendered at the moment of sending, and settled. Imports views and what is below them."""
