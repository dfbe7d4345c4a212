"""What runs without being asked: waking when something is due, sending messages, redrawing cards,
Discord's list of events. Imports runtime and ui."""
