"""Reasons: the sentence of each reason for a refusal, before its values are put in."""

from typing import Any

from models import letter_parts
from models.letter_parts import SuggestionState
from models.refusal import Reason
from models.terms import LetterState
from models.translation import N_

R = Reason
# fmt: off


SENTENCES: dict[Reason, str] = {
    R.NOT_FOUND: N_("I can't find that. It was removed, or you aren't allowed to see it."),
    R.ASKS_NO_MORE: N_("This person is no longer asking to be let in as a member. Someone has already "
                       "decided, or the person withdrew the request or left."),
    R.NOT_SET_UP: N_("This server isn't set up yet. Someone who manages it can run /setup."),
    R.MODERATORS_ONLY: N_("Only moderators can do that. You need {role}."),
    R.MANAGERS_ONLY: N_("Only someone who manages this server can do that (permission *Manage Server*)."),
    R.MEMBERS_ONLY: N_("Only members of the coalition can do that. You need {role}. Press *Ask to be let "
                       "in* and fill in one short form. Then the moderators decide."),
    R.TAKE_PART_FIRST: N_("Press *Take part* first. It's one short form. Then try again."),
    R.LEFT_SERVER: N_("You're no longer in that server, so this button doesn't work for you."),
    R.BOT_ABSENT: N_("My commands are in this server, but I'm not. Someone who manages the server can add me with the button below. Then try again."),
    R.CLASHED: N_("Someone else changed this at the same moment. Check it, then try again."),
    R.BOT_MAY_NOT: N_("Discord won't let me do that here (code {code}). Someone who manages the server can check my permissions with /setup."),
    R.BOT_LACKS: N_("I need the permission *{permission}* for that, and for nothing else. Someone who manages the server can give it to my role."),
    R.BOT_LACKS_HERE: N_("I need {permissions} in this channel. Someone who manages the channel can "
                         "allow that for my role in the channel's settings. For a thread, use the "
                         "settings of the channel it's in."),
    R.BOT_LACKS_IN: N_("I need {permissions} in {channel} for that. Someone who manages the channel can "
                       "allow that for my role in the channel's settings. Then press the button again."),
    R.DISK_FULL: N_("I can't save anything right now: my disk is full. I haven't changed anything. Tell "
                    "the person who hosts me, and try again when there's space."),
    R.DATABASE_HELD: N_("I can't save anything right now: another program is using my database. I haven't changed anything. Try again in a minute."),
    R.FAILED: N_("Something went wrong on my side, and I've logged it. If it happens again, give a moderator this reference: {reference}."),
    R.NOT_SHOWN: N_("I've saved that, but something went wrong on my side, so I can't show you the "
                    "result. Open it again to see what I saved. If that fails too, give a moderator this "
                    "reference: {reference}."),
    R.OUTDATED: N_("This has changed since I posted it. Use the command again to see it as it is now."),
    R.DRAFT_GONE: N_("I no longer have what you typed. You've already sent it, it's more than a day old, "
                     "or you've sent twenty forms since. Look at my latest reply, or use the command "
                     "again."),
    R.OWN_PROPOSALS_WAIT: N_("Some names you proposed are still waiting for a decision: {names}. Once "
                             "I've deleted your data, nobody can tell that you proposed them, so you "
                             "could review your own proposals as a moderator. Cancel them first, or let "
                             "another moderator decide."),
    R.EMPTY: N_("Please fill in *{field}*, then send the form again."),
    R.TOO_LONG: N_("What you typed in the field *{field}* is {length} long. The limit is {limit}, so shorten it."),
    R.UNCHANGED: N_("It's like that already, so I haven't changed anything."),
    R.CHANGE_NEEDED: N_("People have already agreed to this text, so I need to know what kind of change "
                        "this is. Use /manage letter text, and I'll ask you."),
    R.UNKNOWN_ZONE: N_("I don't know the time zone {zone}. Did you mean {suggestions}? You can also write a city, such as London."),
    R.BAD_DAY: N_("I don't understand the day {day}. Write it like 20 February, tomorrow or in 7 days."),
    R.BAD_HOUR: N_("I don't understand the time {hour}. Write it like 23:59 or 5pm, or leave it blank for the end of the day."),
    R.VAGUE: N_("{said} can mean different times to different people. Choose {readings}."),
    R.MIDNIGHT: N_("Midnight could be the start or the end of that day. Write 23:59 for the end, or 00:00 for the start: {readings}."),
    R.UNREAD: N_("I understand everything except {rest}. Write a day, a time and a zone, like 20 February 17:00 London."),
    R.SAID_TWICE: N_("I can't use both {one} and {other}. Keep only one."),
    R.DAY_MISSING: N_("You gave a time zone, but no day or time. Write it like 20 February 17:00."),
    R.AMBIGUOUS_DAY: N_("That could be {readings}. Which day do you mean?"),
    R.AMBIGUOUS_HOUR: N_("That could be {readings}. Write it like 17:00 or 5pm."),
    R.AMBIGUOUS_ZONE: N_("That abbreviation can mean several time zones, or isn't used at that time of "
                         "year. Choose {readings}. A city, such as New York, is always clear."),
    R.ZONE_GIVEN_TWICE: N_("You gave two different time zones. Keep only one."),
    R.HOUR_GIVEN_TWICE: N_("You gave the time in both fields. Clear one of them."),
    R.NO_SUCH_HOUR: N_("The clocks go forward then, so that time doesn't exist on that day. Choose {readings}."),
    R.HOUR_TWICE: N_("The clocks go back then, so that time happens twice on that day. Choose {readings}."),
    R.IN_THE_PAST: N_("That time has passed: {instant}. Choose a later one."),
    R.TOO_FAR: N_("That's more than two years ahead. Choose an earlier time."),
    R.BAD_REVIEW_HOURS: N_("How many hours should the review last? Write a whole number from {least} to "
                           "{most}."),
    R.BAD_DAYS_BEFORE: N_("I don't understand {typed}. How many days before the letter closes should I "
                          "send reminders? Write up to {limit} numbers from {lowest} to {highest}, such "
                          "as 2, 1, 0, or leave it blank."),
    R.BAD_HOURS_BEFORE: N_("I don't understand {typed}. How many hours before the letter closes should I "
                           "send reminders? Write up to {limit} numbers from {lowest} to {highest}, such "
                           "as 6, 1, or leave it blank."),
    R.BAD_MOST_DIRECT: N_("How many direct messages should one person get at most? Write a number from 0 "
                          "to {highest}."),
    R.BAD_QUIET_HOURS: N_("I don't understand the quiet hours {typed}. Write a start and an end, at most "
                          "{hours} hours apart, like 22:00-8:00, or leave this blank."),
    R.NOTHING_TO_SAY: N_("I can't send that message right now: {why}."),
    R.NOTICE_OVER: N_("That message was already sent, skipped or called off. /reminders shows what "
                      "happened to it."),
    R.NOTHING_TO_REMIND: N_("This letter is no longer open, so there's nothing left to remind you about."),
    R.MUTED: N_("You muted reminders until {until}, so you wouldn't get this one. Unmute them with /reminders."),
    R.BAD_LANGUAGE: N_("Write a short language code, such as en, de or pt-BR."),
    R.NO_LANGUAGE: N_("I don't speak that language. Choose one from the list."),
    R.FILE_AND_TEXT: N_("You sent a file and typed text as well, so I can't tell which to use. Send just "
                        "one of them."),
    R.NOT_TEXT: N_("I can't read that file as a letter. Save it as a Word file (.docx), OpenDocument text (.odt), a web page (.html), Markdown (.md) or plain text (.txt, UTF-8) and send it again."),
    R.TOO_LARGE_TEXT: N_("That file is too large for a letter: over {limit} MB, or far too many pages. Remove the pictures, or send only the text."),
    R.UNREADABLE_FILE: N_("I can't read that file. Save the list as CSV, TSV, XLSX, XLS, ODS, DOCX, HTML, JSON, YAML, Markdown or plain text and send it again."),
    R.OPEN_QUOTE: N_("A quotation mark in line {line} is never closed, so I can't tell where the row ends. Close it or delete it, then send the list again."),
    R.LOCKED_FILE: N_("That file has a password. Save it without one and send it again."),
    R.TOO_LARGE_FILE: N_("That file is too large. The limit is {limit} MB, so send the list in parts."),
    R.TOO_MUCH_INSIDE: N_("There's more in that file than a list of names needs, such as large pictures. "
                          "Copy only the names into a new file, or save the list as CSV, then send that."),
    R.EMPTY_LIST: N_("I can't find any names in that list. Check it and send it again."),
    R.NO_NAME_COLUMN: N_("I can't tell which column has the names. Choose it in the menus above."),
    R.QUESTIONS_OPEN: N_("{questions} Choose an answer in the menus above first."),
    R.BAD_COLUMNS: N_("I don't understand {lines}. On each line, write one of {roles}, then a colon and "
                      "the column's heading. The headings are {columns}."),
    R.BATCH_CHANGED: N_("The letter's list has changed since you saw this, so I haven't imported "
                        "anything. Check the preview again."),
    R.NOTHING_TO_IMPORT: N_("I can't import anything from that list as it is. The attached file says "
                            "why, row by row."),
    R.NO_SUCH_LETTER: N_("There's no letter with that number. Choose {letters}."),
    R.NO_LETTERS_YET: N_("There's no letter in this database yet. Check that it's the right database, or "
                         "create a letter in Discord with /manage letter create."),
    R.NOTHING_WAITS: N_("This import has no names left that you can approve all at once. Each one is "
                        "already decided or needs a closer look. /review shows what's waiting."),
    R.OVERHEARD: N_("Everyone can read this channel, and the letter isn't published yet. Post this in a "
                    "channel for members, or publish the letter first."),
    R.FILE_TOO_LARGE: N_("That file is too large for Discord here ({limit}), even zipped. Export the list as text, CSV or HTML: they're much smaller."),
    R.ROLE_IS_EVERYONE: N_("Everyone has that role. Choose another one, or none."),
    R.NO_LETTER: N_("There's no letter here yet. A moderator can create one with /manage letter create."),
    R.CHOOSE_LETTER: N_("There are several letters. Choose one in the *letter* option."),
    R.NOT_PUBLIC: N_("No letter has been published here yet."),
    R.NOT_OPEN: N_("This letter isn't open yet. You'll see an announcement when it opens."),
    R.PAUSED: N_("This letter is paused. The deadline stays the same. Try again once a moderator has "
                 "resumed it."),
    R.NOT_PAUSED: N_("This letter isn't paused."),
    R.PAUSED_ALREADY: N_("This letter is already paused. To let members propose and sign again, use "
                         "/manage letter resume."),
    R.CLOSED: N_("This letter closed on {closes_at}, so it's too late for new names. A moderator can reopen it with /manage letter reopen."),
    R.WRONG_STATE: N_("{stands} {way}"),
    R.NOT_LATER: N_("The new deadline must be later than the old one: {closes_at}. To close the letter now, use /manage letter close."),
    R.NOT_BEFORE: N_("Choose a time before {limit}."),
    R.NOT_AFTER: N_("Choose a time after {limit}."),
    R.LOCKED: N_("This letter has been locked since {at}, so nobody can decide on names, or change, "
                 "publish or export anything. Someone who manages the server can unlock it with /manage "
                 "letter unlock. So can two moderators."),
    R.SECOND_UNLOCKS: N_("You've already asked to unlock this letter. One more moderator, or someone who "
                         "manages this server, has to use /manage letter unlock too."),
    R.NO_TEXT: N_("There's no text in that language. Choose {languages}."),
    R.NO_SUCH_SUBJECT: N_("There are no talking points on that subject. Choose {subjects}."),
    R.PUBLISHED_BEFORE: N_("This letter was already published on {at}."),
    R.NOTHING_PLANNED: N_("No publication date is set."),
    R.FINISHED_BEFORE: N_("The final list was already published on {at}."),
    R.NOT_PUBLISHED: N_("This letter isn't published yet. A moderator has to publish it first: /manage letter publish."),
    R.NOT_FINISHED: N_("The final list isn't published yet. To publish it now, use /manage letter "
                       "finish. Still in review: {waits}."),
    R.NO_EDITION: N_("No list has been published yet."),
    R.ONLY_CORRECTIONS: N_("The final list was published on {at}, so there are no more updates. If "
                           "something in the list is wrong, fix it, then publish a correction with "
                           "/roster correct."),
    R.PART_OFF: N_("{missing} A moderator can switch this on: type /manage letter panel, then press "
                   "*Ask, talk, share*."),
    R.CLAIMED: N_("{person} is already asking {name} to sign. Choose another name, or talk to {person} "
                  "first."),
    R.NOT_CLAIMED: N_("{person} said they'd ask {name} to sign, so only they or a moderator can change this. Talk to {person} first."),
    R.NOT_YOUR_WISH: N_("You can only remove a name you added, and only while nobody else is asking. Ask a moderator to remove {name} from the wish list."),
    R.NOT_DELIVERED: N_("You haven't recorded a delivery yet. Record one first: type /manage letter "
                        "panel, then press *Ask, talk, share* and *Record a delivery*."),
    R.POSTED_BEFORE: N_("I've already posted that in the announcements channel."),
    R.TEXT_SIGNED: N_("Somebody has signed this text, so you can't suggest changes any more. If "
                      "something has to change, tell a moderator. Only they can change a signed text."),
    R.NO_SUCH_PASSAGE: N_("I can't find that passage in the text. Open *Read the letter* and copy it from there, word for word."),
    R.DECIDED_SUGGESTION: N_("The moderators have already decided on that suggestion."),
    R.ADDRESS_IN_NAME: N_("A name can't contain a link or an e-mail address. Write it as it should be printed."),
    R.MARKUP_AS_NAME: N_("That's a mention or formatting, not a name. Write only the name, as it should "
                         "be printed."),
    R.UNKNOWN_COUNTRY: N_("{country} isn't a country I know. Did you mean {suggestions}? If the "
                          "signatory has no country, leave it blank or choose *No country*."),
    R.BAD_WEBSITE: N_("That doesn't look like a website. Write it like https://example.org, or leave it blank."),
    R.BAD_COLOUR: N_("I don't understand the colour {typed}. Write # and six digits, like #1f4fa3. Any "
                     "colour picker gives you that."),
    R.LOW_CONTRAST: N_("{colour} is hard to read on light paper: its contrast is {contrast}:1, and readers need at least 4.5:1. The nearest shade that works is {better}."),
    R.LOW_CONTRAST_DARK: N_("{colour} is hard to read on a dark screen: its contrast is {contrast}:1, and readers need at least 4.5:1. The nearest shade that works is {better}."),
    R.NO_PAGES: N_("I can't put pages on the web yet: the person who hosts me has to set *pages* first (docs/hosting.md). Until then you can upload the preview yourself."),
    R.BAD_OUTSIDE_CONTACT: N_("{address} doesn't look like an e-mail address or a form. Write an e-mail "
                              "address like office@example.org, or a form's address starting with "
                              "https://. Leave it blank if there isn't one."),
    R.BAD_CONTACT: N_("{address} doesn't look like an e-mail address. Write it like office@example.org, or leave it blank to delete it."),
    R.BAD_POLICY: N_("*{field}* can't be {value}. Write a number from {lowest} to {highest}."),
    R.QUORUM_NEEDED: N_("You chose a vote with a quorum. Say how many must vote, such as 5, 1/3 or 40%."),
    R.SECRET_OR_EARLY: N_("A secret vote runs its full time, because ending early would show how others voted. Set *secret* to False, or *early_after_minutes* to 0."),
    R.BAD_FRACTION: N_("I can't read {text} as a share. Write a fraction or a percentage, such as 2/3 or "
                       "60%."),
    R.CONSENT_INCOMPLETE: N_("Please fill in both: who agreed (and their role) and how we know."),
    R.NOBODY_AGREED: N_("What you wrote, “{typed}”, doesn't tell us that anyone has agreed, so I haven't recorded it. If someone has, write who and how we know. If nobody has yet, wait until someone does."),
    R.DUPLICATE: N_("{name} is already on this letter."),
    R.TRIED_BEFORE: N_("The moderators have already declined {name}. You can propose this name once "
                       "more, with a note that says what's new."),
    R.NOT_AUTHORISED: N_("To sign, tick the box that starts with *I am authorised*. If you can't tick "
                         "it, use /propose instead."),
    R.ALREADY_SIGNED: N_("You've already signed this letter."),
    R.BLOCKED: N_("The moderators have stopped you from proposing names here. You can still sign as an "
                  "individual. You can sign for your organisation once they've confirmed that you speak "
                  "for it. I'll keep what you typed for a day. If you think this is a mistake, write to "
                  "a moderator."),
    R.ASKED_BEFORE: N_("We've already asked this person about this letter, and we don't ask twice. If "
                       "something went wrong, a moderator can ask again or record who agreed."),
    R.BAD_LIMIT: N_("How many names can one member have waiting for a decision at once? Write a whole "
                    "number from {least} to {most}."),
    R.THEIR_OWN_PRESS: N_("{name} is a member of this server and we've asked them, so only their own "
                          "answer counts. If they can't press the button, a moderator can record who "
                          "agreed."),
    R.SIGN_YOURSELF: N_("That's you. Sign with /sign: your signature is your consent."),
    R.NOT_A_PERSON: N_("{name} isn't a person, so there's no member to ask. Press *Record who agreed* "
                       "instead, and say who agreed for them."),
    R.SIGNED_THEMSELVES: N_("{name} signed with their own account, which is their consent, so there's "
                            "nobody to ask."),
    R.NOT_A_MEMBER: N_("That account is a bot, or isn't in this server. Choose a person in this server."),
    R.NOT_A_MODERATOR: N_("{person} isn't a moderator here, and only a moderator can run a letter. Someone who manages this server can give them {role}. Then choose them again."),
    R.SOMEBODY_ASKED: N_("We've already asked somebody if they are {name}. Only a moderator can ask "
                         "someone else instead."),
    R.REPLACED: N_("A moderator has since asked somebody else about {name}, so we no longer need you to "
                   "say yes. If it's your name and you don't want it on the letter, press *No, leave it "
                   "out*."),
    R.REFUSED_BEFORE: N_("This person said no to this letter, so we don't ask again. They can still sign "
                         "the letter with /sign."),
    R.ANOTHER_NAME: N_("That would be a different name, but people have already agreed to, voted on or "
                       "approved {name}. Remove {name} with a reason, then enter the new name."),
    R.OTHER_NAME: N_("You're taking part for another organisation. Use /propose for this one."),
    R.TEXT_CHANGED: N_("The substance of the letter has changed since you saw it, so I haven't recorded "
                       "anything. Read the new text before you agree to it. I've kept what you typed, "
                       "and /mine will ask you again."),
    R.NOT_YOURS: N_("Only the person who proposed this name can do that. Moderators can use /manage signatory edit or /manage signatory remove."),
    R.APPROVED_ALREADY: N_("This name is already on the list, so you can't change it yourself any more. A moderator can edit it or take it off the list."),
    R.ENDED_ALREADY: N_("This name was declined, cancelled or removed, so you can't change it any more."),
    R.NOT_APPROVED: N_("This name isn't on the list, so there's nothing to take off."),
    R.NOT_ASKED: N_("Nobody has asked to take this name off the list."),
    R.VOTE_ENDED: N_("This vote ended on {ended_at}, so you can't vote or change your vote any more."),
    R.NO_VOTE: N_("There's no vote on this name: the moderators decide."),
    R.NO_ORGANISATION: N_("Each organisation has one vote here, and as far as I know you don't speak for "
                          "one. If you do, press *Take part* and say which."),
    R.ORGANISATION_NEW: N_("{organisation} joined after this vote opened, and no moderator has confirmed "
                           "yet that you speak for them. Ask a moderator to use /manage member confirm, "
                           "then vote."),
    R.COLLEAGUE_VOTED: N_("{organisation} has only one vote, and a colleague has already cast it. Only "
                          "that colleague can change the vote or take it back."),
    R.STILL_VOTING: N_("The vote on {name} runs until {until}, so you can't approve the name yet. You can decline it or put it on hold now."),
    R.REASON_NEEDED: N_("A vote against needs a reason. Press *Against: leave out* and write one."),
    R.NO_CONSENT: N_("We don't know yet if {name} agreed. Record who agreed and how we know, then try again."),
    R.OWN_NAME: N_("{name} is your own name, so another moderator has to decide."),
    R.SECOND_CONFIRMS: N_("You asked for this change yourself. Another moderator, or someone who manages "
                          "this server, has to confirm it."),
    R.OWN_PROPOSAL: N_("You proposed this name yourself, so another moderator has to decide. If you're "
                       "the only one, someone who manages this server can give the moderator role to "
                       "another person."),
    R.SECOND_NEEDED: N_("You've already approved this name. This letter needs a second moderator. If "
                        "you're the only one, someone who manages this server can give the moderator "
                        "role to another person, or turn off two-person approval."),
    R.DECIDED_BEFORE: N_("{person} has already decided on this name. The status is now: {state}."),
    R.CHANGED_SINCE: N_("This name has changed since you saw it, or has only just become ready to "
                        "approve. Look at it again."),
    R.OVERRIDE_NEEDS_REASON: N_("The vote went against {name}. To approve the name anyway, give a reason."),
    R.MERGE_THE_OTHER: N_("{name} is on the list and {into} isn't, so merging them this way would take "
                          "{name} off the list. Instead, open {into} and merge it into {name}."),
    R.WRONG_STEP: N_("You can't do that any more. The name's status is now: {state}."),
    R.UNDONE_BEFORE: N_("This decision no longer applies, so there's nothing to undo."),
    R.EDITION_CUT: N_("List no. {number} was published after that decision, so you can't undo the "
                      "decision. Remove the name instead."),
    R.IMPORT_UNDONE: N_("This import has already been undone."),
    R.IMPORT_PUBLISHED: N_("List no. {number} was published with names from this import, so you can't undo the import. Take names off one by one with /manage signatory remove."),
}
"""A template for each reason but those that count something (``counted``). Values come as :func:`_spoken` writes
them."""


WITHOUT: dict[Reason, str] = {
    R.NOBODY_AGREED: N_("What you wrote, “{typed}”, doesn't tell us that anyone has agreed, so I haven't recorded it. If someone has, write who and how we know. If nobody has yet, leave both fields blank for now, and press *Record who agreed* once they have."),
    R.UNKNOWN_ZONE: N_("I don't know the time zone {zone}. Write a city instead, such as London."),
    R.UNKNOWN_COUNTRY: N_("{country} isn't a country I know. Write a country's name or code, such as France or FR. If the signatory has no country, leave it blank or choose *No country*."),
    R.NOT_CLAIMED: N_("Nobody is asking {name} to sign right now. Press *I'll ask them* first."),
    R.STILL_VOTING: N_("The letter is paused, and so is the vote on {name}, so you can't approve the name yet. You can decline it or put it on hold now."),
    R.NO_SUCH_LETTER: N_("There's no letter with that number, and all the others in this database are "
                         "archived or cancelled. Create a new letter in Discord with /manage letter create."),
    R.NO_TEXT: N_("The letter has no text yet. A moderator can add it with /manage letter text."),
    R.DECIDED_BEFORE: N_("Someone has already decided on this name. The status is now: {state}."),
    R.TRIED_BEFORE: N_("The moderators have declined {name} more than once. Only a moderator can enter "
                       "this name now."),
    R.NO_SUCH_SUBJECT: N_("There are no talking points yet. A moderator can add them with /manage letter point."),
}
"""The template where there is nothing to suggest, nobody to name or no end in sight, or where no note would help."""


DRAWN_ANEW = N_("**This changed after you saw it, so I haven't recorded anything.** Here is how it looks "
                "now.")
"""Above what is shown once more, where a press was for what was there before."""


STANDS: dict[Any, str] = {
    LetterState.DRAFT: N_("This letter is still a draft."),
    LetterState.OPEN: N_("This letter is open."),
    LetterState.CLOSED: N_("This letter is closed."),
    LetterState.ARCHIVED: N_("This letter is archived."),
    LetterState.CANCELLED: N_("This letter is cancelled."),
}


WAYS: dict[Any, tuple[str, str]] = {
    LetterState.DRAFT: (N_("Open it first: /manage letter open."), N_("A moderator has to open it first.")),
    LetterState.CLOSED: (
        N_("Reopen it first: /manage letter reopen."),
        N_("A moderator has to reopen it first."),
    ),
}
"""What leads from the wrong state to an open letter: told to a moderator, and to a member, who cannot do it."""


NO_ADDRESS_IN: dict[Any, str] = {
    "detail": N_("An affiliation can't contain a link or an e-mail address. Write it as it should be printed."),
    "aliases": N_("An acronym or another name can't contain a link or an e-mail address. Write it as it should be printed."),
}
"""What cannot hold a link, by the name of its field; all others are names."""


MISSING: dict[Any, str] = {
    letter_parts.Part.WISHES: N_("The wish list is switched off for this letter."),
    letter_parts.Part.SUGGESTIONS: N_("Suggestions are switched off for this letter."),
    letter_parts.Part.TALK: N_("Discussion threads are switched off for this letter."),
    letter_parts.Part.SHARING: N_("Ready-made posts are switched off for this letter."),
}
"""What a moderator has not switched on."""


DECIDED: dict[Any, str] = {
    SuggestionState.ACCEPTED: N_("The moderators have already accepted that suggestion."),
    SuggestionState.DECLINED: N_("The moderators have already declined that suggestion."),
}
# fmt: on
