"""The secret key of what is only tried: rehearsals behind a real socket, and tests, keep no secret."""

from models.database import keyed

KEY = keyed.Key(b"the secret key of every test....")
