"""Cogs about one name: putting it forward, signing, the vote, the review. They import background, runtime
and ui."""
