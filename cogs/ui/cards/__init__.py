"""Cards: pure functions from sheets to messages, one noun a file. No await, no query, no fetch."""
