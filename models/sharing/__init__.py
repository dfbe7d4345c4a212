"""Sharing: ready posts about a published letter, each inside its network's limit. Members copy them; nothing is posted
by the bot."""
