"""Floor 2: everything that Discord sees. Thin rooms over ``kit``; no room imports another."""
