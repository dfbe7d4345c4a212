"""Refusals in words: what is wrong, what is allowed, what can be done now. One entry for each reason."""

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from cogs.ui import occasions, words
from cogs.ui.layout import Part
from cogs.ui.occasions import Occasion
from cogs.ui.states import STATES, UNSENT
from models.refusal import Reason, Refusal
from models.sheets import Reading, Unsent
from models.terms import LetterState, SignatoryState

R = Reason
SENTENCES: dict[Reason, str] = {
    R.NOT_FOUND: "I cannot find that here. It was removed, or it is not for you.",
    R.ASKS_NO_MORE: "This person does not ask to be let in any more: somebody has decided, or they took it back or left.",
    R.NOT_SET_UP: "This server is not set up yet. Someone who manages it can do so with /setup.",
    R.MODERATORS_ONLY: "Only moderators can do that: it takes {role_id}.",
    R.MANAGERS_ONLY: "Only someone who manages this server can do that (permission *Manage Server*).",
    R.MEMBERS_ONLY: "This is for members of the coalition: it takes {role_id}. Press *Take part*: what you fill in there can be sent to the moderators, who can let you in.",
    R.TAKE_PART_FIRST: "Press *Take part* first. It takes one short form, then try again.",
    R.LEFT_SERVER: "You are no longer in that server, so this button does nothing for you any more.",
    R.BOT_ABSENT: "I am not in this server: only my commands are. Someone who manages the server can add me with the button below. Then use this again.",
    R.TOO_OFTEN: "That was a little fast. Try again in {seconds} seconds.",
    R.CLASHED: "Someone else changed the same thing at the same moment. Look again, then try once more.",
    R.BOT_MAY_NOT: "Discord does not let me do that here (code {code}). Someone who manages the server can check my permissions with /setup.",
    R.BOT_LACKS: "I need the permission *{permission}* for that. Someone who manages the server can grant it to my role; I need it for nothing else.",
    R.BOT_LACKS_HERE: "I lack {permissions} in this channel. Someone who manages it can allow that to my role, in the settings of the channel; of a thread, in those of the channel above it.",
    R.DISK_FULL: "I cannot write anything down at the moment, because my disk is full. Nothing was changed. Tell whoever runs me, and try again once there is room.",
    R.DATABASE_HELD: "I cannot write anything down at the moment, because another program holds my database. Nothing was changed. Try again in a minute.",
    R.FAILED: "Something went wrong on my side, and it has been written down. If it happens again, tell a moderator this reference: {reference}.",
    R.OUTDATED: "This has changed since the message was drawn. Open it again with its command.",
    R.DRAFT_GONE: "What was typed for this is kept no more: it was used already, a day has passed, or twenty newer ones took its place. Begin again with the command.",
    R.OWN_PROPOSALS_WAIT: "As a moderator you could review your own proposals once nobody knows that they are yours. "
    "First let another moderator decide on these, or cancel them: {names}.",
    R.EMPTY: "The field *{field}* is empty. Fill it in, then send the form again.",
    R.TOO_LONG: "The field *{field}* holds {length} characters; at most {limit} fit.",
    R.UNCHANGED: "That is exactly what is there already, so nothing was changed.",
    R.REWRITTEN: "Of the {words} words that were agreed to this changes {changed}, counted from the last change of substance; a correction changes at most {limit}. Say that it changes the substance: whoever vouched for a name is told.",
    R.CHANGE_NEEDED: "Somebody has agreed to this text, so it must be said what kind of change this is. Write it with /manage letter text: it asks.",
    R.UNKNOWN_ZONE: "I do not know the time zone {zone}. {suggestions}A city works too, such as London.",
    R.BAD_DAY: "I cannot read {day} as a day. Write it like 2025-02-20, 20 February 2025, tomorrow or in 7 days.",
    R.BAD_HOUR: "I cannot read {hour} as an hour. Write it like 23:59 or 5pm, or leave it empty for the end of the day.",
    R.VAGUE: "{said} names no moment, and everybody would read another into it. You could mean {readings}.",
    R.MIDNIGHT: "Midnight belongs to two days. Write 23:59 for the end of the day, or 00:00 for its beginning: {readings}.",
    R.UNREAD: "I understand the rest, but not {rest}. Write a day, an hour and a zone, like 20 February 17:00 London.",
    R.DAY_MISSING: "There is a zone, but no day and no hour. Write it like 20 February 17:00.",
    R.AMBIGUOUS_DAY: "That can mean more than one day: {readings}.",
    R.AMBIGUOUS_HOUR: "That can mean more than one hour: {readings}. Write it like 17:00 or 5pm.",
    R.AMBIGUOUS_ZONE: "Not everyone reads that abbreviation the same way, or at that time of year. You could mean {readings}. A city is always clear, such as New York.",
    R.ZONE_GIVEN_TWICE: "There are two different time zones. Write one of them only.",
    R.HOUR_GIVEN_TWICE: "The hour stands in both fields. Write it in one of them only.",
    R.NO_SUCH_HOUR: "On that day the clocks skip this hour. You could mean {readings}.",
    R.HOUR_TWICE: "On that day the clocks show this hour twice. You could mean {readings}.",
    R.IN_THE_PAST: "That moment has passed: {instant}. Choose a later one.",
    R.TOO_FAR: "That is more than two years ahead. Choose an earlier moment.",
    R.BAD_REVIEW_HOURS: "The review lasts a whole number of hours, from {least} to {most}.",
    R.BAD_DAYS_BEFORE: "I cannot read {typed} as days before the close. Write at most {limit} numbers from {lowest} to {highest}, such as 2, 1, 0; or none.",
    R.BAD_HOURS_BEFORE: "I cannot read {typed} as hours before the close. Write at most {limit} numbers from {lowest} to {highest}, such as 6, 1; or none.",
    R.BAD_MOST_DIRECT: "The number of direct messages is a number from 0 to {highest}.",
    R.BAD_QUIET_HOURS: "I cannot read {typed} as quiet hours. Write them like 22:00-8:00, at most {hours} hours long; or none.",
    R.NOTHING_TO_SAY: "It would not be sent now: {why}.",
    R.NOTICE_OVER: "That was sent, skipped or called off already. /reminders shows what became of it.",
    R.MUTED: "You muted reminders until {until}, so none would come then. /reminders lets them through again.",
    R.BAD_LANGUAGE: "Write the language as a short code such as en, de or pt-BR.",
    R.NOT_TEXT: "I cannot read that file as a letter. Save it as a Word file (.docx), OpenDocument text (.odt), a web page (.html), Markdown (.md) or plain text (.txt, UTF-8) and send it again.",
    R.TOO_LARGE_TEXT: "That file is too large for a letter: at most {limit} MB, and no more pages than anybody would read. Take the pictures out, or send the text alone.",
    R.UNREADABLE_FILE: "I cannot read that file. I read CSV, TSV, XLSX, XLS, ODS, DOCX, HTML, JSON, YAML, Markdown and plain text; save the list as one of these and send it again.",
    R.OPEN_QUOTE: "In line {line} a quotation mark opens a cell and is not closed again, so I cannot tell where its row ends. Close it or take it away, then send the list again.",
    R.LOCKED_FILE: "That file is locked with a password. Save it without one and send it again.",
    R.TOO_LARGE_FILE: "That file is too large: at most {limit} bytes. Send the list in parts.",
    R.TOO_MANY_ROWS: "That list holds {rows} rows or more; at most {limit} can be looked through at once. Send it in parts.",
    R.EMPTY_LIST: "There is no name in that list.",
    R.NO_NAME_COLUMN: "I cannot tell which column holds the names. Choose it in the menus of the card, or with --column 'name:{example}'.",
    R.QUESTIONS_OPEN: "{questions} Answer this first, on the card above.",
    R.BAD_COLUMNS: "I cannot read {lines} as a column. Each line is one of {roles}, a colon, and the column's heading. There are {columns}.",
    R.BATCH_CHANGED: "The list on the letter changed since this was drawn, so nothing was imported. Look at the preview again.",
    R.NOTHING_TO_IMPORT: "Nothing in that list can be imported as it stands. The marked file says why for each row.",
    R.NO_SUCH_LETTER: "There is no letter of that number. There is {letters}.",
    R.ON_THE_LIST: "By now {approved} of these names stand on the list, so nothing was undone. Look at the import again with /roster imports.",
    R.NOTHING_WAITS: "Nothing of this import can be approved at once: each is decided already, or must be looked at by itself. /review shows what waits.",
    R.OVERHEARD: "This channel is open to everyone, and the letter is not published yet. Post it in a channel for members, or publish the letter first.",
    R.FILE_TOO_LARGE: "That file is larger than Discord takes here ({limit}), zipped too. Take the list as text, CSV or HTML: they are much smaller.",
    R.ROLE_IS_EVERYONE: "Everybody has that role. Choose another one, or none.",
    R.NO_LETTER: "There is no letter here yet. Moderators create one with /manage letter create.",
    R.CHOOSE_LETTER: "There are several letters. Say which one with the option *letter*.",
    R.NOT_PUBLIC: "There is no published letter here.",
    R.NOT_OPEN: "This letter takes no names yet. It is announced when it opens.",
    R.PAUSED: "This letter is paused for now. The deadline stands; try again when it is resumed.",
    R.NOT_PAUSED: "This letter is not paused.",
    R.PAUSED_ALREADY: "This letter is paused already. /manage letter resume takes names again.",
    R.CLOSED: "This letter closed on {closes_at}; this came after that.",
    R.WRONG_STATE: "The letter is {state}; this is possible while it is {wants}. {way}",
    R.NOT_LATER: "An extension must end after the deadline that it moves: {closes_at}. It cannot be moved back; /manage letter close ends it at once.",
    R.NOT_BEFORE: "That must lie before {limit}.",
    R.NOT_AFTER: "That must lie after {limit}.",
    R.LOCKED: "This letter is locked since {at}: nothing about it is decided, changed, published or taken along. Whoever manages the server ends that with /manage letter unlock, or two moderators do.",
    R.SECOND_UNLOCKS: "You wanted that already. One more moderator must, or someone who manages this server: /manage letter unlock.",
    R.NO_TEXT: "There is no text in that language. There is one in {languages}.",
    R.NO_SUCH_SUBJECT: "There are no talking points on that subject. There are some on {subjects}.",
    R.TOO_MANY_SUBJECTS: "A letter holds at most {limit} subjects. Remove one first.",
    R.PUBLISHED_BEFORE: "This letter was published already, on {at}.",
    R.NOTHING_PLANNED: "No publication is planned.",
    R.FINISHED_BEFORE: "The final list was published already, on {at}.",
    R.NOT_PUBLISHED: "This letter has not been published yet. Publish it first: /manage letter publish.",
    R.NOT_FINISHED: "The final list is still to be published: /manage letter finish does it now. In review: {waits}.",
    R.NO_EDITION: "No list has been published yet.",
    R.ONLY_CORRECTIONS: "The final list was published on {at}; no update follows it. If something in it is wrong, mend it, then publish a correction with /roster correct.",
    R.ADDRESS_IN_NAME: "{what} cannot hold a link or an e-mail address. Write it as it is to be printed.",
    R.TOO_MANY_ALIASES: "At most {limit} other names fit, one a line.",
    R.UNKNOWN_COUNTRY: "I do not know the country {country}. {suggestions}Write or choose *No country* for none.",
    R.BAD_WEBSITE: "I cannot read that as a website. Write it like https://example.org, or leave it empty.",
    R.BAD_OUTSIDE_CONTACT: "I cannot read {address} as a contact. Write an e-mail address like office@example.org, or the address of a form that begins with https://. Leave it empty for none.",
    R.BAD_CONTACT: "I cannot read {address} as an e-mail address. Write it like office@example.org, or leave it empty to erase it.",
    R.BAD_POLICY: "The option *{field}* cannot be {value}; give a number from {lowest} to {highest}.",
    R.QUORUM_NEEDED: "A quorum vote needs a quorum: how many must take part, such as 5, 1/3 or 40 %.",
    R.SECRET_OR_EARLY: "A secret vote runs its whole time: an early end would tell how others voted. Choose *secret* False, or *early_after_minutes* 0.",
    R.BAD_FRACTION: "I cannot read {text} as a share. Write it like 2/3 or 60 %.",
    R.CONSENT_INCOMPLETE: "Write both who agreed, with their role, and how we know. One without the other is no record.",
    R.DUPLICATE: "{name} stands on this letter already.",
    R.TRIED_BEFORE: "{name} was declined before. It can be proposed once more, with a note that says what is new.",
    R.NOT_AUTHORISED: "Tick *I am authorised* to sign. If you may not sign for it, use /propose instead.",
    R.ALREADY_SIGNED: "You have signed this letter already.",
    R.BLOCKED: "The moderators have stopped your proposals here. You can still sign as a person, and for your organisation once they have confirmed that you speak for it. What you typed is kept for a day; if you think that this is a mistake, write to one of them.",
    R.TOO_MANY_OPEN: "One member may have {limit} undecided on this letter at once, and that many of yours wait. There is room when one is decided, or when you cancel one: /mine shows them. A moderator can allow you more.",
    R.ASKED_BEFORE: "This person was asked about this letter before, and nobody is asked twice. If something was wrong with it, a moderator can ask again, or record who agreed.",
    R.ASKED_OFTEN: "This person was asked {limit} times within a day already, by all together. Try again tomorrow.",
    R.BAD_LIMIT: "How many names of one member may wait at once is a whole number from {least} to {most}.",
    R.THEIR_OWN_PRESS: "{name} is a member of this server and was asked: their own press counts, nobody else's word. If they cannot press it, a moderator can record who agreed.",
    R.SIGN_YOURSELF: "That is you. Sign with /sign as yourself: your own press is the consent.",
    R.NOT_A_PERSON: "Only a person's own name can be confirmed by a member of this server, and only where somebody else put it forward.",
    R.NOT_A_MEMBER: "Nobody in this server can be asked under that name: choose a person who is in it.",
    R.NOT_A_MODERATOR: "<@{user_id}> is not a moderator here, and a letter is run by one. Someone who manages this server can give them {role_id}; then choose them again.",
    R.SOMEBODY_ASKED: "Somebody was asked whether {name} is theirs. Only a moderator can ask another person in their place.",
    R.REPLACED: "A moderator has asked somebody else about {name} since, so your yes is not needed. If it is your name and it should not stand there, press *No, leave it out*.",
    R.REFUSED_BEFORE: "This person said no on this letter, so they are not asked again. They can still sign by themselves with /sign.",
    R.ANOTHER_NAME: "That would be another name than {name}, and what was agreed, voted or approved was for {name}. Take {name} off with a reason, then enter the other one.",
    R.OTHER_NAME: "You take part for another organisation. Use /propose for this one.",
    R.TEXT_CHANGED: "The letter was changed in substance since you were shown it, so nothing was recorded. Read it as it stands now, and agree to that: what you typed is kept, and /mine asks you once more.",
    R.NOT_YOURS: "Only whoever put this name forward, or a moderator, can do that.",
    R.APPROVED_ALREADY: "This is on the list already. You can ask that it be taken off; moderators decide.",
    R.ENDED_ALREADY: "This has ended already, so it cannot be changed any more.",
    R.NOT_APPROVED: "This is not on the list.",
    R.NOT_ASKED: "Nobody asked that this be taken off.",
    R.VOTE_ENDED: "This vote ended on {ended_at}. Votes cast before that count; this one came after it.",
    R.NO_VOTE: "There is no vote on this.",
    R.NO_ORGANISATION: "In this vote each organisation has one vote, and you speak for none. If you do, say which with *Take part*.",
    R.ORGANISATION_NEW: "{organisation} was not among those who take part when this vote opened, and no moderator has confirmed yet that you speak for it. A moderator can, with /manage member confirm; then its vote counts.",
    R.COLLEAGUE_VOTED: "The one vote of {organisation} was cast by a colleague of yours. Only they can change it or take it back.",
    R.STILL_VOTING: "The vote on {name} still runs, until {until}. Decide after it.",
    R.REASON_NEEDED: "An objection needs a reason. Press Against and write one.",
    R.NO_CONSENT: "Nobody has recorded that {name} agreed. Record who agreed and how we know, then approve.",
    R.OWN_NAME: "{name} is your own name, so another moderator decides on it.",
    R.SECOND_CONFIRMS: "You wanted this yourself. Another moderator must confirm it, or someone who manages this server.",
    R.OWN_PROPOSAL: "You proposed this yourself, so another moderator decides on it. Where you are the only one, someone who manages this server can give the moderators' role to another person.",
    R.SECOND_NEEDED: "You approved this already. This letter needs a second moderator. Where you are the only one, someone who manages this server can give the moderators' role to another person, or switch two-person approval off.",
    R.DECIDED_BEFORE: "This was decided already{by}. Now: {state}.",
    R.READY_CHANGED: "Those that are ready have changed since this was drawn, so nothing was approved. {ready} are ready now: look again.",
    R.CHANGED_SINCE: "It changed, or became ready, after this was drawn. Look at it again.",
    R.OVERRIDE_NEEDS_REASON: "The vote on {name} was against. Approving it anyway needs a reason.",
    R.MERGE_THE_OTHER: "{name} is on the list and {into} is not, so merging this way would take it off. Look at {into} and merge that one.",
    R.WRONG_STEP: "That step is not possible any more. Now: {state}.",
    R.UNDONE_BEFORE: "This decision does not stand any more, so there is nothing to undo.",
    R.EDITION_CUT: "A list was published since ({number}), so this cannot be undone. Remove the signature instead.",
}
"""A template for each reason. Values come as :func:`_spoken` writes them."""
WITHOUT: dict[Reason, str] = {
    R.NO_SUCH_LETTER: "There is no letter in this database that takes names.",
    R.NO_TEXT: "The letter has no text yet. Moderators add it with /manage letter text.",
    R.TRIED_BEFORE: "{name} was declined more than once. Only a moderator can enter it now.",
    R.NO_SUCH_SUBJECT: "There are no talking points yet. Moderators add them with /manage letter point.",
}
"""The template where there is nothing to suggest: a list among the values is empty, or no note would help."""
NO_LABELS: Mapping[str, str] = MappingProxyType({})
DRAWN_ANEW = "**This changed after it was drawn, so nothing was recorded.** Here is how it stands now."
"""Above what is shown once more, where a press was for what stood there before."""
VALUE_LIMIT = 250
"""Characters of a value inside a sentence: an option of a command may hold 6000, and the advice comes after it."""
WAYS: dict[Any, str] = {
    LetterState.DRAFT: "/manage letter open opens it.",
    LetterState.CLOSED: "/manage letter reopen opens it again.",
}
"""What a moderator can do about a letter that is in the wrong state."""
WHAT: dict[Any, str] = {"detail": "An affiliation", "aliases": "An acronym or another name"}
"""What cannot hold a link, by the name of its field; all others are names."""


class Helped(Refusal):
    """A refusal for which the room that served it knows ways on, beside those that its reason has everywhere.

    ``parts`` are their buttons; ``arguments`` those with which a form that was refused is kept, to be opened again.
    """

    def __init__(self, refusal: Refusal, *parts: Part, arguments: tuple[object, ...] | None = None) -> None:
        super().__init__(refusal.reason, **refusal.values)
        self.also = refusal.also
        self.parts = parts
        self.arguments = arguments


def sentence(refusal: Refusal, labels: Mapping[str, str] = NO_LABELS, occasion: Occasion | None = None) -> str:
    """The refusal as a member reads it, with everything else that is wrong with the same form. ``labels`` are those of
    the form's fields, by their names; ``occasion`` is what was refused, where that is known."""
    return "\n".join(_one(each, labels, occasion) for each in (refusal, *refusal.also))


def _one(refusal: Refusal, labels: Mapping[str, str], occasion: Occasion | None) -> str:
    values = {name: _spoken(name, value) for name, value in refusal.values.items()}
    if "field" in values:
        values["field"] = labels.get(refusal.values["field"], values["field"])
    values["what"] = WHAT.get(refusal.values.get("field"), "A name")
    values["way"] = WAYS.get(refusal.values.get("state"), "")
    nothing = any(value is False or value in ([], ()) for value in refusal.values.values())
    usual = (WITHOUT.get(refusal.reason) if nothing else None) or SENTENCES[refusal.reason]
    said = occasions.template(refusal.reason, occasion) or usual
    for name, value in values.items():
        if value.endswith("."):  # a name such as "e.V." brings the full stop of the sentence
            said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format_map(_Spoken(values)).strip()


def unescaped(refusal: Refusal, labels: Mapping[str, str] = NO_LABELS) -> str:
    """The refusal as text for a file or a terminal, where nothing is markup."""
    plain = re.sub(r"(?<![\\*])\*([^*\n]+)(?<!\\)\*(?!\*)", r"\1", sentence(refusal, labels))
    return re.sub(r"\\([^\w\s])", r"\1", plain)


class _Spoken(dict[str, str]):
    """A value that a verb did not give reads as a dash, rather than hiding the whole answer."""

    def __missing__(self, name: str) -> str:
        return "the moderators' role" if name == "role_id" else "–"


def _spoken(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return words.moment(value)
    if isinstance(value, Reading):
        return words.reading(value)
    if name == "suggestions":
        return f"Did you mean {_spoken('', list(value))}? " if value else ""
    if name == "state" and isinstance(value, LetterState):
        return "a draft" if value is LetterState.DRAFT else value.value
    if isinstance(value, Unsent):
        return UNSENT[value]
    if isinstance(value, SignatoryState):
        return STATES[value]
    if name == "permissions":
        return words.listed(f"*{one}*" for one in value)
    if name == "wants":
        return words.listed((_spoken("state", one) for one in value), "or")
    if name == "by":
        return f", by <@{value}>" if value else ""
    if name == "role_id":
        return f"the role <@&{value}>" if value else "the permission *Manage Server*"
    if isinstance(value, list | tuple | set | frozenset):
        return words.listed((_spoken("", item) for item in value), "and" if name == "names" else "or")
    return words.escape(words.clip(str(value), VALUE_LIMIT))
