"""The vote on a name, from its opening to its end, and the ballots in it: cast, taken back, counted. Imports
signatories and what is below them."""
