"""All rooms of the bot, each a cog: what members and moderators do there."""

from cogs.around.outcomes import Outcomes
from cogs.around.parts import LetterParts
from cogs.around.sharing import Sharing
from cogs.around.suggestions import Suggestions
from cogs.around.wishes import Wishes
from cogs.letter.coordinators import Coordinators
from cogs.letter.dates import Dates
from cogs.letter.deadlines import Closes
from cogs.letter.invitations import Invitations
from cogs.letter.locking import Locking
from cogs.letter.manage_letter import ManageLetter
from cogs.letter.manage_voting import ManageVoting
from cogs.letter.outages import Outages
from cogs.letter.page import LetterPages
from cogs.letter.panel import Panel
from cogs.letter.plans import Plans
from cogs.letter.points import Points
from cogs.letter.publishing import Publishing
from cogs.letter.reading import Letters
from cogs.letter.texts import Texts
from cogs.letter.window import Window
from cogs.lists.acts import Acts
from cogs.lists.batches import Batches
from cogs.lists.contacts import Contacts
from cogs.lists.importing import Importing
from cogs.lists.roster import Roster
from cogs.notices.reminders import Reminders
from cogs.notices.snooze import Snoozing
from cogs.people.help import Help
from cogs.people.members import Members
from cogs.people.mine import Mine
from cogs.people.organisations import Organisations
from cogs.people.participants import Participants
from cogs.people.persons import Persons
from cogs.people.privacy import Privacy
from cogs.people.setup import Setup
from cogs.runtime.room import Room
from cogs.signatories.drafts import Drafts
from cogs.signatories.entries import Entries
from cogs.signatories.lookalikes import Lookalikes
from cogs.signatories.proposals import Proposals
from cogs.signatories.review import Review
from cogs.signatories.signatories import Signatories
from cogs.signatories.signing import Signing
from cogs.signatories.voting import Voting

ROOMS: tuple[type[Room], ...] = (
    Setup,
    Participants,
    Drafts,
    Letters,
    Panel,
    ManageLetter,
    Points,
    ManageVoting,
    Window,
    Locking,
    Coordinators,
    Publishing,
    LetterPages,
    Texts,
    Invitations,
    Closes,
    Dates,
    Outages,
    LetterParts,
    Wishes,
    Outcomes,
    Suggestions,
    Sharing,
    Proposals,
    Signing,
    Voting,
    Signatories,
    Persons,
    Review,
    Lookalikes,
    Entries,
    Importing,
    Batches,
    Roster,
    Acts,
    Contacts,
    Members,
    Organisations,
    Mine,
    Reminders,
    Plans,
    Snoozing,
    Help,
    Privacy,
)
"""Imported, not loaded by name, so that the walls between rooms can be checked."""
