"""Talk: a thread under each proposal's card, from its posting to the decision, on letters whose moderators want it."""
