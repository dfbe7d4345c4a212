"""Readings in words: what happens to each column of a list, what was not read, and what is asked about it."""

from typing import Any

from cogs.ui import words
from models import cldr
from models.importing.columns import asking, roles
from models.importing.columns.asking import Ask, Question
from models.importing.columns.listing import Ambiguity, Left, Listing, Note, Role
from models.importing.columns.reading import ListReading
from models.importing.columns.roles import Column
from models.terms import Kind
from models.translation import N_, _, isolated, ngettext

LEFT_OUT = N_("left out")
FATES: dict[Role | None, str] = {
    Role.NAME: N_("the name"),
    Role.KIND: N_("organisation, company or individual"),
    Role.COUNTRY: N_("the country"),
    Role.WEBSITE: N_("the website (for a person, I keep it as a note)"),
    Role.AFFILIATION: N_("a person's affiliation (for others, I keep it as a note)"),
    Role.FIRST_NAME: N_("a person's first name"),
    Role.LAST_NAME: N_("a person's last name"),
    Role.PERSON: N_("the person who signs, for themselves or for the organisation"),
    Role.POSITION: N_("that person's role, which only moderators see"),
    Role.EMAIL: N_("an e-mail address for moderators, never printed"),
    Role.CONSENT: N_("if the name may be printed (I hold back rows that say no)"),
    Role.BRANCH: N_("the branch (an organisation can be listed once for each branch)"),
    Role.PLACE: N_("the town, to tell duplicates apart"),
    Role.NOTE: N_("a note for moderators"),
    Role.DECISION: N_("add the row anyway, or leave it out"),
    None: LEFT_OUT,
}
"""What happens to a column, by what it holds."""
CHOICES: dict[Role | None, str] = {
    Role.NAME: N_("Name"),
    Role.COUNTRY: N_("Country"),
    Role.KIND: N_("Kind: organisation, company, individual"),
    Role.AFFILIATION: N_("A person's affiliation"),
    Role.WEBSITE: N_("Website"),
    Role.EMAIL: N_("E-mail, for moderators"),
    Role.CONSENT: N_("May the name be printed?"),
    Role.PERSON: N_("Person who signs for the organisation"),
    Role.POSITION: N_("That person's role"),
    Role.FIRST_NAME: N_("First name"),
    Role.LAST_NAME: N_("Last name"),
    Role.PLACE: N_("Town"),
    Role.BRANCH: N_("Branch or constituency"),
    Role.NOTE: N_("Note for moderators"),
    Role.DECISION: N_("Decision: yes or no"),
    None: N_("Leave this column out"),
}
"""The same as one chooses it."""
_ENCODINGS = {
    "cp1250": N_("Central Europe"),
    "cp1251": N_("Cyrillic"),
    "cp1252": N_("Western Europe"),
    "cp1253": N_("Greek"),
    "cp1254": N_("Turkish"),
    "cp1255": N_("Hebrew"),
    "cp1256": N_("Arabic"),
    "cp1257": N_("Baltic"),
    "cp874": N_("Thai"),
}
"""How a file without accents that we know may be read."""


def fate(one: Column) -> str:
    """What becomes of one column."""
    if one.unclear:
        return _("a yes or no, but I can't tell to what (rows are doubtful until you say what it holds)")
    return (
        _("a second answer about consent (I hold back rows that say no)")
        if one.holds_back
        else _(FATES[one.role])
    )


def note(one: Note) -> str:
    """One thing that was not read, with the rows that it may hold."""
    rows = cldr.clauses(map(isolated, one.rows))
    if one.left is not Left.LIST or not rows:
        return _note(one, rows)
    return cldr.labelled(_note(one, rows), rows)


def _note(one: Note, rows: str) -> str:
    name = one.name or _("no heading")
    match one.left:
        case Left.SHEET:
            return ngettext(
                "I didn't read {count} row on sheet {name}",
                "I didn't read {count} rows on sheet {name}",
                one.count,
                name=name,
            )
        case Left.HIDDEN:
            return ngettext(
                "I didn't read {count} hidden or filtered row on sheet {name}",
                "I didn't read {count} hidden or filtered rows on sheet {name}",
                one.count,
                name=name,
            )
        case Left.HEADINGS:
            return ngettext(
                "{count} row only repeats the headings", "{count} rows only repeat the headings", one.count
            )
        case Left.ABOVE:
            return ngettext(
                "I didn't read {count} row above the headings: {name}",
                "I didn't read {count} rows above the headings: {name}",
                one.count,
                name=rows,
            )
        case Left.CODE:
            return ngettext(
                "I didn't read {count} line of code, comments or settings",
                "I didn't read {count} lines of code, comments or settings",
                one.count,
            )
        case Left.KEY:
            return ngettext(
                "{name}: I didn't read {count} value, because it isn't a name",
                "{name}: I didn't read {count} values, because they aren't names",
                one.count,
                name=name,
            )
        case Left.TITLES:
            return ngettext(
                "I read {count} line as a heading, not a name: {name}",
                "I read {count} lines as headings, not names: {name}",
                one.count,
                name=rows,
            )
        case Left.LIST:
            if not one.name:
                return ngettext(
                    "I didn't read {count} line that has no heading, because it may not be a signatory",
                    "I didn't read {count} lines that have no heading, because they may not be signatories",
                    one.count,
                )
            return ngettext(
                "I didn't read {count} line under the heading “{name}”, because it may not be a signatory",
                "I didn't read {count} lines under the heading “{name}”, because they may not be signatories",
                one.count,
                name=name,
            )


def question(one: Question) -> str:
    """What is asked, as a sentence."""
    match one.ask:
        case Ask.READING:
            return _("There's more than one way to read the list. Which is right?")
        case Ask.KIND:
            said = _(
                "The list doesn't say if some names are organisations, companies or people. What are they?"
            )
            names = words.and_more([words.clip(name, 60) for name, _rows in one.about[:3]], len(one.about))
            return f"{said} ({isolated(names)})" if names else said
        case Ask.COUNTRY:
            shown = [
                ngettext("{country} ({count} row)", "{country} ({count} rows)", count, country=text)
                for text, count in one.about[:5]
            ]
            return _(
                "These aren't countries I know: {countries}. What should I do with those rows?",
                countries=words.and_more(shown, len(one.about)),
            )


def option(listing: Listing, one: Question, value: str) -> tuple[str, str]:
    """An answer, and what it comes to. ``listing`` as it came from the reader."""
    match one.ask:
        case Ask.READING:
            return _reading(asking.read_as(listing, {Ask.READING: value}))
        case Ask.KIND:
            said = {
                Kind.ORGANISATION: (_("Organisations"), _("I'll keep any affiliation as a note")),
                Kind.COMPANY: (_("Companies"), _("I'll keep any affiliation as a note")),
                Kind.INDIVIDUAL: (_("People"), _("I'll keep any affiliation")),
            }
            return said[Kind(value)]
        case Ask.COUNTRY:
            if value == asking.HOLD:
                return _("Hold them back"), _("I'll mark each row as doubtful until you correct the country")
            return _("Add them without a country"), _("I'll leave the country out, and each row will say so")


def _reading(listing: Listing) -> tuple[str, str]:
    place = roles.recognise(listing).get(Role.NAME, 0)
    cells = [line.cells[place] for line in listing.lines if line.cells[place]]
    way, name = listing.way or (Ambiguity.SHEETS, "")
    if way is Ambiguity.ENCODING:
        odd = [cell for cell in cells if not cell.isascii()]
        script, example = _(_ENCODINGS.get(name, name)), (odd or cells or [""])[0]
        # Translators: how a file's letters may be read, then a name read that way: Cyrillic: Дом книги
        return _("{script}: {example}", script=script, example=example), cldr.listed(odd[1:4])
    return _way(way, name, len(listing.lines)), cldr.listed(cells[:3])


def _way(way: Ambiguity, name: str, count: int) -> str:
    """One way to read a list, and how many names that gives."""
    match way, name:
        case Ambiguity.WORDS, "2":
            return ngettext(
                "Two lines make one name ({count} name)", "Two lines make one name ({count} names)", count
            )
        case Ambiguity.SEMICOLONS, "apart":
            return ngettext(
                "A semicolon separates names ({count} name)",
                "A semicolon separates names ({count} names)",
                count,
            )
        case Ambiguity.COLUMNS, "apart":
            return ngettext("Each cell is a name ({count} name)", "Each cell is a name ({count} names)", count)
        case Ambiguity.COLUMNS, _any:
            return ngettext(
                "Only one column has names ({count} name)", "Only one column has names ({count} names)", count
            )
        case ((Ambiguity.WORDS | Ambiguity.SEMICOLONS), _any):
            return ngettext("Each line is a name ({count} name)", "Each line is a name ({count} names)", count)
        case Ambiguity.ROWS, "visible":
            return ngettext("Only visible rows ({count} name)", "Only visible rows ({count} names)", count)
        case Ambiguity.ROWS, _any:
            return ngettext("Hidden rows too ({count} name)", "Hidden rows too ({count} names)", count)
        case _any, "":
            return ngettext("All sheets ({count} name)", "All sheets ({count} names)", count)
    return ngettext(
        "Only the sheet {name} ({count} name)", "Only the sheet {name} ({count} names)", count, name=name
    )


def misnamed(found: ListReading) -> str:
    """A sentence where an answer is none, or to nothing that is asked; else nothing."""
    for name, value in found.answered.items():
        if name not in list(Ask):
            return f"there is no question {name!r}; choose one of {cldr.listed(list(Ask))}."
        options = _possible(found, Ask(name))
        if value not in options and len(options) == 1:
            return f"{value!r} isn't an answer to {name}, because this list can only be read in one way. Leave it out."
        if value not in options:
            return f"{value!r} isn't an answer to {name}; choose {cldr.listed(options, 'or')}."
    return ""


def _possible(found: ListReading, ask: Ask) -> list[str]:
    """Every answer to a question of this list, whether it is asked or not."""
    match ask:
        case Ask.READING:
            return [str(way) for way in range(len(found.whole.others) + 1)]
        case Ask.KIND:
            return list(Kind)
        case Ask.COUNTRY:
            return [asking.HOLD, asking.LEAVE]


_OPTIONS = {Ask.KIND: "--kind"}
"""How the command line is told an answer, where it has an option of its own."""


def unanswered(found: ListReading) -> str:
    """What must be answered first, for the command line."""
    return " ".join(
        f"{question(one)} Say {_OPTIONS.get(one.ask, '--answer ' + one.ask.value + ':…')}: {_options(found, one)}."
        for one in found.open
    )


def _options(found: ListReading, one: Question) -> str:
    return cldr.listed([f"{value} ({option(found.whole, one, value)[0]})" for value in one.options], "or")


def document(found: ListReading) -> dict[str, Any]:
    """Columns, what was not read, and questions, as plain JSON values. No address of anyone is among the examples."""
    return {
        "columns": [
            {
                "column": one.place + 1,
                "heading": one.label,
                "role": one.role.value if one.role is not None else None,
                "becomes": fate(one),
                "filled": one.filled,
                "examples": [example for example in one.examples if "@" not in example],
            }
            for one in roles.shown(found.listing, found.columns, found.asked)
        ],
        "not_read": list(map(note, found.listing.notes)),
        "questions": [
            {
                "question": one.ask.value,
                "text": question(one),
                "options": {
                    value: ": ".join(filter(None, option(found.whole, one, value))) for value in one.options
                },
                "must_be_answered": one.must,
                "taken": found.taken(one),
                "answered": found.answered.get(one.ask) in one.options,
            }
            for one in found.questions
        ],
    }


def told(found: ListReading) -> list[str]:
    """Columns, what was not read, and questions as text to be read, one a line."""
    lines = [
        f"column {one.place + 1}: {one.label}: {fate(one)}"
        for one in roles.shown(found.listing, found.columns, found.asked)
    ]
    lines += [f"not read: {note(one)}" for one in found.listing.notes]
    lines += [
        f"question {one.ask.value}: {question(one)} {_options(found, one)}. Read for now: {found.taken(one)}."
        for one in found.questions
    ]
    return lines


def column(one: Column) -> str:
    """One column on one line, for a card."""
    # Translators: a column of a list, then what becomes of it: Who: the name
    return _("{column}: {fate}", column=words.escape(words.clip(one.label, 60)), fate=fate(one))
