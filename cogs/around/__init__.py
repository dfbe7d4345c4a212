"""What a coalition does around the list of a letter: rooms of the parts that moderators switch on."""
