"""The people whom a visitor of the room can be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name to choose, and what they are in the server."""

    key: str
    name: str
    what: str
    """One line under the name."""
    organisation: str = ""
    """For whom they take part; empty for anyone who does not."""
    title: str = ""
    moderates: bool = False
    elsewhere: bool = False
    """Belongs to another server."""
    direct_messages: bool = True


ROSA, MO, ANA, BEN, CLEO, DAI, EDI, NIA, ZED = PEOPLE = (
    Person("rosa", "Rosa", "Coordinator, owns the server", "River Path Coalition", "Coordinator", True),
    Person("mo", "Mo", "Moderator", "River Path Coalition", "Campaigner", True),
    Person("ana", "Ana", "Member, Quillport Press Freedom", "Quillport Press Freedom", "Director"),
    Person("ben", "Ben", "Member, Lockhaven Hosting Ltd", "Lockhaven Hosting Ltd", "Engineer"),
    Person("cleo", "Cleo", "Member, an independent expert", "Independent", "Cryptographer"),
    Person("dai", "Dai", "Member, Tarn Valley Library Trust", "Tarn Valley Library Trust", "Trustee"),
    Person("edi", "Edi", "Member, wants no messages", "Saltmarsh Legal Aid", "Lawyer", direct_messages=False),
    Person("nia", "Nia", "In the server, without a role"),
    Person("zed", "Zed", "From another server", elsewhere=True),
)
OWNER = ROSA
VOTERS = tuple(person for person in PEOPLE if person.organisation and not person.moderates)
"""Members who take part, and vote in the scenes."""
