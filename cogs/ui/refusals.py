"""Refusals in words: what is wrong, what is allowed, what can be done now. One entry for each reason."""

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cogs.ui import occasions, words
from cogs.ui.occasions import Occasion
from cogs.ui.states import STATES, UNSENT
from models.refusal import Reason, Refusal
from models.sheets import Reading, Unsent
from models.terms import LetterState, SignatoryState

if TYPE_CHECKING:
    from cogs.ui.layout import Part

R = Reason
SENTENCES: dict[Reason, str] = {
    R.NOT_FOUND: "Not found. It was removed, or it isn't for you.",
    R.ASKS_NO_MORE: "This person is no longer asking to be let in: someone has decided, or they withdrew or left.",
    R.NOT_SET_UP: "This server isn't set up yet. Someone who manages it can run /setup.",
    R.MODERATORS_ONLY: "Only moderators can do that. You need {role_id}.",
    R.MANAGERS_ONLY: "Only someone who manages this server can do that (permission *Manage Server*).",
    R.MEMBERS_ONLY: "This is for members of the coalition. You need {role_id}. Press *Ask to be let in*: it's one short form, and the moderators decide.",
    R.TAKE_PART_FIRST: "Press *Take part* first. It's one short form. Then try again.",
    R.LEFT_SERVER: "You're no longer in that server, so this button doesn't work for you.",
    R.BOT_ABSENT: "My commands are in this server, but I'm not. Someone who manages the server can add me with the button below. Then try again.",
    R.TOO_OFTEN: "That was too fast. Try again in {seconds} seconds.",
    R.CLASHED: "Someone else changed this at the same moment. Check it, then try again.",
    R.BOT_MAY_NOT: "Discord won't let me do that here (code {code}). Someone who manages the server can check my permissions with /setup.",
    R.BOT_LACKS: "I need the permission *{permission}* for that, and for nothing else. Someone who manages the server can give it to my role.",
    R.BOT_LACKS_HERE: "I need {permissions} in this channel. Someone who manages it can give that to my role in the channel's settings. For a thread, use the settings of its channel.",
    R.BOT_LACKS_IN: "I need {permissions} in <#{channel_id}> for that. Someone who manages it can give that to my role in the channel's settings. Then press again.",
    R.DISK_FULL: "I can't save anything right now: my disk is full. Nothing was changed. Tell the person who hosts me, and try again when there is room.",
    R.DATABASE_HELD: "I can't save anything right now: another program is using my database. Nothing was changed. Try again in a minute.",
    R.FAILED: "Something went wrong on my side, and I've logged it. If it happens again, give a moderator this reference: {reference}.",
    R.OUTDATED: "This has changed since the message was posted. Open it again with its command.",
    R.DRAFT_GONE: "I no longer have what you typed: you've used it already or sent that form again, a day has passed, or you've sent twenty newer forms. Look at my newest answer, or start again with the command.",
    R.OWN_PROPOSALS_WAIT: "If your data is deleted, nobody knows that these proposals are yours, and as a moderator you could review them. "
    "First let another moderator decide on them, or cancel them: {names}.",
    R.EMPTY: "Please fill in *{field}*, then send the form again.",
    R.TOO_LONG: "The field *{field}* has {length} characters. The most is {limit}: shorten it.",
    R.UNCHANGED: "That's already what it says, so nothing was changed.",
    R.REWRITTEN: "This is too big for a correction. It changes {changed} of the {words} words people agreed to, earlier corrections included; a correction may change {limit} at most. Choose *It changes the substance*: everyone who vouched for a name is told.",
    R.CHANGE_NEEDED: "People have already agreed to this text, so say what kind of change this is. Use /manage letter text: it asks you.",
    R.UNKNOWN_ZONE: "I don't know the time zone {zone}. {suggestions}You can also write a city, such as London.",
    R.BAD_DAY: "I can't read {day} as a day. Write it like 2025-02-20, 20 February 2025, tomorrow or in 7 days.",
    R.BAD_HOUR: "I can't read {hour} as an hour. Write it like 23:59 or 5pm, or leave it empty for the end of the day.",
    R.VAGUE: "{said} means a different time to everyone. Choose {readings}.",
    R.MIDNIGHT: "Midnight belongs to two days. Write 23:59 for the end of the day, or 00:00 for its start: {readings}.",
    R.UNREAD: "I understand everything except {rest}. Write a day, an hour and a zone, like 20 February 17:00 London.",
    R.DAY_MISSING: "You gave a time zone, but no day or hour. Write it like 20 February 17:00.",
    R.AMBIGUOUS_DAY: "That could be more than one day: {readings}.",
    R.AMBIGUOUS_HOUR: "That could be more than one hour: {readings}. Write it like 17:00 or 5pm.",
    R.AMBIGUOUS_ZONE: "That abbreviation can mean several time zones, or isn't used at that time of year. Choose {readings}. A city is always clear, such as New York.",
    R.ZONE_GIVEN_TWICE: "You gave two different time zones. Keep only one.",
    R.HOUR_GIVEN_TWICE: "You gave the hour in both fields. Keep only one.",
    R.NO_SUCH_HOUR: "The clocks skip that hour on that day. Choose {readings}.",
    R.HOUR_TWICE: "The clocks show that hour twice on that day. Choose {readings}.",
    R.IN_THE_PAST: "That time has passed: {instant}. Choose a later one.",
    R.TOO_FAR: "That's more than two years ahead. Choose an earlier time.",
    R.BAD_REVIEW_HOURS: "Give the review's length as a whole number of hours, from {least} to {most}.",
    R.BAD_DAYS_BEFORE: "I can't read {typed} as days before the close. Write up to {limit} numbers from {lowest} to {highest}, such as 2, 1, 0, or leave it empty.",
    R.BAD_HOURS_BEFORE: "I can't read {typed} as hours before the close. Write up to {limit} numbers from {lowest} to {highest}, such as 6, 1, or leave it empty.",
    R.BAD_MOST_DIRECT: "Give a number of direct messages from 0 to {highest}.",
    R.BAD_QUIET_HOURS: "I can't read {typed} as quiet hours. Write them like 22:00-8:00, {hours} hours at most, or leave it empty.",
    R.NOTHING_TO_SAY: "It wouldn't be sent now: {why}.",
    R.NOTICE_OVER: "That was already sent, skipped or called off. /reminders shows what happened to it.",
    R.MUTED: "You muted reminders until {until}, so you wouldn't get this one. Unmute them with /reminders.",
    R.BAD_LANGUAGE: "Give the language as a short code such as en, de or pt-BR.",
    R.FILE_AND_TEXT: "You sent a file and typed a text as well, so I can't tell which one counts. Send only one of them.",
    R.NOT_TEXT: "I can't read that file as a letter. Save it as a Word file (.docx), OpenDocument text (.odt), a web page (.html), Markdown (.md) or plain text (.txt, UTF-8) and send it again.",
    R.TOO_LARGE_TEXT: "That file is too large for a letter: over {limit} MB, or far too many pages. Remove the pictures, or send only the text.",
    R.UNREADABLE_FILE: "I can't read that file. Save the list as CSV, TSV, XLSX, XLS, ODS, DOCX, HTML, JSON, YAML, Markdown or plain text and send it again.",
    R.OPEN_QUOTE: "A quotation mark in line {line} is never closed, so I can't tell where the row ends. Close it or delete it, then send the list again.",
    R.LOCKED_FILE: "That file has a password. Save it without one and send it again.",
    R.TOO_LARGE_FILE: "That file is too large. The most is {limit} bytes: send the list in parts.",
    R.TOO_MANY_ROWS: "That list has {rows} rows or more. The most is {limit}: send it in parts.",
    R.EMPTY_LIST: "I found no names in that list. Check it and send it again.",
    R.NO_NAME_COLUMN: "I can't tell which column has the names. Choose it in the menus above, or with --column 'name:{example}'.",
    R.QUESTIONS_OPEN: "{questions} Answer this first, above.",
    R.BAD_COLUMNS: "I can't read {lines} as a column. On each line write one of {roles}, a colon and the column's heading. The headings are {columns}.",
    R.BATCH_CHANGED: "The letter's list has changed since you saw this, so nothing was imported. Check the preview again.",
    R.NOTHING_TO_IMPORT: "Nothing in that list can be imported as it is. The marked file says why for each row.",
    R.NO_SUCH_LETTER: "There's no letter with that number. Choose {letters}.",
    R.ON_THE_LIST: "{approved} of these names are on the list now, so nothing was undone. Check the import again with /roster imports.",
    R.NOTHING_WAITS: "Nothing from this import can be approved all at once. Each name is already decided or needs a look of its own. /review shows what is waiting.",
    R.OVERHEARD: "Everyone can read this channel, and the letter isn't published yet. Post it in a channel for members, or publish the letter first.",
    R.FILE_TOO_LARGE: "That file is too large for Discord here ({limit}), even zipped. Export the list as text, CSV or HTML: they're much smaller.",
    R.ROLE_IS_EVERYONE: "Everyone has that role. Choose another one, or none.",
    R.NO_LETTER: "There's no letter here yet. A moderator can create one with /manage letter create.",
    R.CHOOSE_LETTER: "There are several letters. Choose one with the option *letter*.",
    R.NOT_PUBLIC: "No letter has been published here yet.",
    R.NOT_OPEN: "This letter isn't open for names yet. You'll see an announcement when it opens.",
    R.PAUSED: "This letter is paused. The deadline stays the same. Try again when it's resumed.",
    R.NOT_PAUSED: "This letter isn't paused.",
    R.PAUSED_ALREADY: "This letter is already paused. To take names again: /manage letter resume.",
    R.CLOSED: "This letter closed on {closes_at}. This came after that, so it doesn't count.",
    R.WRONG_STATE: "This letter is {state}. {way}",
    R.NOT_LATER: "The new deadline must be later than the old one: {closes_at}. To close the letter now, use /manage letter close.",
    R.NOT_BEFORE: "Choose a time before {limit}.",
    R.NOT_AFTER: "Choose a time after {limit}.",
    R.LOCKED: "This letter has been locked since {at}: nothing can be decided, changed, published or exported. Someone who manages the server can unlock it with /manage letter unlock. So can two moderators.",
    R.SECOND_UNLOCKS: "You've already asked for that. One more moderator, or someone who manages this server, has to do it too: /manage letter unlock.",
    R.NO_TEXT: "There's no text in that language. Choose {languages}.",
    R.NO_SUCH_SUBJECT: "There are no talking points on that subject. Choose {subjects}.",
    R.TOO_MANY_SUBJECTS: "A letter can have {limit} subjects at most. Remove one first.",
    R.PUBLISHED_BEFORE: "This letter was already published on {at}.",
    R.NOTHING_PLANNED: "No publication is planned.",
    R.FINISHED_BEFORE: "The final list was already published on {at}.",
    R.NOT_PUBLISHED: "This letter isn't published yet. Publish it first: /manage letter publish.",
    R.NOT_FINISHED: "The final list isn't published yet. To publish it now: /manage letter finish. Still in review: {waits}.",
    R.NO_EDITION: "No list has been published yet.",
    R.ONLY_CORRECTIONS: "The final list was published on {at}, so there are no more updates. If something in it is wrong, fix it, then publish a correction with /roster correct.",
    R.PART_OFF: "This letter has no {part} now. A moderator can switch it on: /manage letter panel, then *Ask, talk, share*.",
    R.CLAIMED: "<@{user_id}> is asking {name}. Choose another name, or talk to them first.",
    R.NOT_CLAIMED: "Only the member who is asking {name}, or a moderator, can say that. If nobody is, press *I'll ask them* first.",
    R.NOT_DELIVERED: "No delivery is recorded yet. Record that first: /manage letter panel, then *Ask, talk, share*, *Record a delivery*.",
    R.TOO_MANY_DELIVERIES: "A letter can have {limit} deliveries. Take one back first.",
    R.POSTED_BEFORE: "That's already posted in the announcements channel.",
    R.TEXT_SIGNED: "Somebody has signed this text, so suggestions are over. If something has to change, tell a moderator: only they can change a signed text.",
    R.NO_SUCH_PASSAGE: "I can't find that passage in the text. Open *Read the letter* and copy it from there, word for word.",
    R.TOO_MANY_SUGGESTIONS: "You already have {limit} suggestions that nobody has decided on. Wait until the moderators have.",
    R.DECIDED_SUGGESTION: "That suggestion was already {state}.",
    R.TOO_MANY_WISHES: "A wish list can have {limit} names. Remove some first, or add fewer.",
    R.ADDRESS_IN_NAME: "{what} can't contain a link or an e-mail address. Write it as it should be printed.",
    R.MARKUP_AS_NAME: "That's a mention or formatting, not a name. Write the name alone, as it should be printed.",
    R.TOO_MANY_ALIASES: "You can give {limit} other names at most, one a line.",
    R.UNKNOWN_COUNTRY: "I don't know the country {country}. {suggestions}If there is none, write or choose *No country*.",
    R.BAD_WEBSITE: "That doesn't look like a website. Write it like https://example.org, or leave it empty.",
    R.BAD_COLOUR: "I can't read {typed} as a colour. Write # and six digits, like #1f4fa3. Any colour picker gives you that.",
    R.LOW_CONTRAST: "{colour} is hard to read on light paper: its contrast is {contrast}:1, and readers need at least 4.5:1. The nearest shade that works is {better}.",
    R.LOW_CONTRAST_DARK: "{colour} is hard to read on a dark screen: its contrast is {contrast}:1, and readers need at least 4.5:1. The nearest shade that works is {better}.",
    R.NO_PAGES: "I can't put pages on the web yet: the person who hosts me has to set *pages* first (docs/hosting.md). Until then you can upload the preview yourself.",
    R.BAD_OUTSIDE_CONTACT: "I can't read {address} as a contact. Write an e-mail address like office@example.org, or the address of a form starting with https://. Leave it empty for none.",
    R.BAD_CONTACT: "{address} doesn't look like an e-mail address. Write it like office@example.org, or leave it empty to delete it.",
    R.BAD_POLICY: "*{field}* can't be {value}. Give a number from {lowest} to {highest}.",
    R.QUORUM_NEEDED: "A quorum vote needs a quorum: how many must vote, such as 5, 1/3 or 40 %.",
    R.SECRET_OR_EARLY: "A secret vote runs its full time, because ending early would show how others voted. Set *secret* to False, or *early_after_minutes* to 0.",
    R.BAD_FRACTION: "I can't read {text} as a share. Write it like 2/3 or 60 %.",
    R.CONSENT_INCOMPLETE: "Please fill in both: who agreed (and their role) and how we know.",
    R.DUPLICATE: "{name} is already on this letter.",
    R.TRIED_BEFORE: "{name} was declined before. You can propose it once more, with a note that says what is new.",
    R.NOT_AUTHORISED: "To sign, tick the box that starts with *I am authorised*. If you can't sign for them, use /propose instead.",
    R.ALREADY_SIGNED: "You've already signed this letter.",
    R.BLOCKED: "The moderators have stopped your proposals here. You can still sign as a person, and for your organisation once they've confirmed that you speak for it. What you typed is kept for a day. If you think this is a mistake, write to a moderator.",
    R.TOO_MANY_OPEN: "You've reached the limit of undecided names on this letter: {limit} for one member. Wait until one is decided, or cancel one: /mine shows them. A moderator can allow you more.",
    R.ASKED_BEFORE: "This person was already asked about this letter, and we don't ask twice. If something went wrong, a moderator can ask again or record who agreed.",
    R.ASKED_OFTEN: "This person has been asked {limit} times in a day, by everyone together. Try again tomorrow.",
    R.BAD_LIMIT: "Write how many undecided names one member may have, as a whole number from {least} to {most}.",
    R.THEIR_OWN_PRESS: "{name} is a member of this server and was asked, so only their own answer counts. If they can't press the button, a moderator can record who agreed.",
    R.SIGN_YOURSELF: "That's you. Sign with /sign: your signature is your consent.",
    R.NOT_A_PERSON: "We can ask a member only about a person's name, and only if somebody else proposed it.",
    R.NOT_A_MEMBER: "We can't ask that account. Choose a person in this server.",
    R.NOT_A_MODERATOR: "<@{user_id}> isn't a moderator here, and only a moderator can run a letter. Someone who manages this server can give them {role_id}. Then choose them again.",
    R.SOMEBODY_ASKED: "Somebody was already asked if {name} is theirs. Only a moderator can ask someone else instead.",
    R.REPLACED: "A moderator has since asked somebody else about {name}, so we don't need your yes. If it's your name and you don't want it there, press *No, leave it out*.",
    R.REFUSED_BEFORE: "This person said no to this letter, so we don't ask again. They can still sign themselves with /sign.",
    R.ANOTHER_NAME: "That would be a different name, and people agreed to, voted on or approved {name}. Remove {name} with a reason, then enter the other one.",
    R.OTHER_NAME: "You're taking part for another organisation. Use /propose for this one.",
    R.TEXT_CHANGED: "The letter's substance has changed since you saw it, so nothing was recorded. Read the new text, then agree to that. What you typed is kept, and /mine asks you again.",
    R.NOT_YOURS: "Only the person who proposed this name, or a moderator, can do that.",
    R.APPROVED_ALREADY: "This is already on the list. You can ask the moderators to take it off.",
    R.ENDED_ALREADY: "This was declined, cancelled or removed, so it can't be changed any more.",
    R.NOT_APPROVED: "This isn't on the list.",
    R.NOT_ASKED: "Nobody has asked to take this off the list.",
    R.VOTE_ENDED: "This vote ended on {ended_at}. Yours came after that, so it doesn't count.",
    R.NO_VOTE: "There's no vote on this: moderators decide.",
    R.NO_ORGANISATION: "Each organisation has one vote here, and you don't speak for one. If you do, press *Take part* and say which.",
    R.ORGANISATION_NEW: "{organisation} joined after this vote opened, and no moderator has confirmed yet that you speak for it. Ask one to use /manage member confirm, then vote.",
    R.COLLEAGUE_VOTED: "A colleague has already cast the one vote of {organisation}. Only they can change it or take it back.",
    R.STILL_VOTING: "The vote on {name} runs until {until}. Decide after that.",
    R.REASON_NEEDED: "A vote against needs a reason. Press *Against: leave out* and write one.",
    R.NO_CONSENT: "We don't know yet that {name} agreed. Record who agreed and how we know, then approve.",
    R.OWN_NAME: "{name} is your own name, so another moderator has to decide.",
    R.SECOND_CONFIRMS: "You asked for this yourself. Another moderator, or someone who manages this server, has to confirm it.",
    R.OWN_PROPOSAL: "You proposed this yourself, so another moderator has to decide. If you're the only one, someone who manages this server can give the moderators' role to another person.",
    R.SECOND_NEEDED: "You've already approved this. This letter needs a second moderator. If you're the only one, someone who manages this server can give the moderators' role to another person, or turn off two-person approval.",
    R.DECIDED_BEFORE: "This was already decided{by}. Now: {state}.",
    R.READY_CHANGED: "The ready names have changed since you saw them, so nothing was approved. {ready} are ready now: look again.",
    R.CHANGED_SINCE: "It changed or became ready after you saw this. Look at it again.",
    R.OVERRIDE_NEEDS_REASON: "The vote on {name} was against. To approve it anyway, give a reason.",
    R.MERGE_THE_OTHER: "{name} is on the list and {into} isn't, so this merge would take it off. Open {into} and merge that one instead.",
    R.WRONG_STEP: "That's no longer possible. Now: {state}.",
    R.UNDONE_BEFORE: "This decision no longer applies, so there's nothing to undo.",
    R.EDITION_CUT: "A list was published since then ({number}), so this can't be undone. Remove the signature instead.",
}
"""A template for each reason. Values come as :func:`_spoken` writes them."""
WITHOUT: dict[Reason, str] = {
    R.NO_SUCH_LETTER: "No letter in this database is taking names.",
    R.NO_TEXT: "The letter has no text yet. A moderator can add it with /manage letter text.",
    R.TRIED_BEFORE: "{name} was declined more than once. Only a moderator can enter it now.",
    R.NO_SUCH_SUBJECT: "There are no talking points yet. A moderator can add them with /manage letter point.",
}
"""The template where there is nothing to suggest: a list among the values is empty, or no note would help."""
NO_LABELS: Mapping[str, str] = MappingProxyType({})
DRAWN_ANEW = "**This changed after you saw it, so nothing was recorded.** Here is how it looks now."
"""Above what is shown once more, where a press was for what was there before."""
VALUE_LIMIT = 250
"""Characters of a value inside a sentence: an option of a command may hold 6000, and the advice comes after it."""
WAYS: dict[Any, tuple[str, str]] = {
    LetterState.DRAFT: ("Open it first: /manage letter open.", "A moderator has to open it first."),
    LetterState.CLOSED: ("Reopen it first: /manage letter reopen.", "A moderator has to reopen it first."),
}
"""What leads from the wrong state to an open letter: told to a moderator, and to a member, who cannot do it."""
WHAT: dict[Any, str] = {"detail": "An affiliation", "aliases": "An acronym or another name"}
"""What cannot hold a link, by the name of its field; all others are names."""


class Helped(Refusal):
    """A refusal for which the room that served it knows ways on, beside those that its reason has everywhere.

    ``parts`` are their buttons; ``arguments`` those with which a form that was refused is kept, to be opened again.
    """

    def __init__(self, refusal: Refusal, *parts: "Part", arguments: tuple[object, ...] | None = None) -> None:
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
    values["way"] = _way(refusal)
    nothing = any(value is False or value in ([], ()) for value in refusal.values.values())
    usual = (WITHOUT.get(refusal.reason) if nothing else None) or SENTENCES[refusal.reason]
    said = occasions.template(refusal.reason, occasion) or usual
    for name, value in values.items():
        if value.endswith("."):  # a name such as "e.V." brings the full stop of the sentence
            said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format_map(_Spoken(values)).strip()


def _way(refusal: Refusal) -> str:
    """What to do first about a letter in the wrong state."""
    wants = refusal.values.get("wants", ())
    if LetterState.OPEN in wants and refusal.values.get("state") in WAYS:
        moderator, member = WAYS[refusal.values["state"]]
        return member if refusal.values.get("by_member") else moderator
    return f"You can do this while it is {_spoken('wants', wants) or '–'}."


def unescaped(refusal: Refusal, labels: Mapping[str, str] = NO_LABELS) -> str:
    """The refusal as text for a file or a terminal, if nothing is markup."""
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
        return "still a draft" if value is LetterState.DRAFT else value.value
    if isinstance(value, Unsent):
        return UNSENT[value]
    if isinstance(value, SignatoryState):
        return STATES[value]
    if name == "languages":
        return words.listed((f"{words.language(code)} ({code})" for code in value), "or")
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
