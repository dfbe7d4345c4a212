"""The moderators' decisions: the queue, deciding, undoing, merging, telling the proposer. Imports publishing and
what is below it."""
