"""One press, from Discord to a cog and back: the gateway, the router and its routes, who acts, every answer
and every error. ``bot`` is the client as all of them see it. Imports ui."""
