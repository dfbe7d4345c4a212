"""What is shown and asked, without Discord's connection: forms, layout, words, addresses of buttons, and in
``cards`` the messages. Pure functions of sheets; imports models alone."""
