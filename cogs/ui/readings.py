"""Readings in words: what happens to each column of a list, what was not read, and what is asked about it."""

from typing import Any

from cogs.ui import words
from models.importing.columns import asking, roles
from models.importing.columns.asking import Ask, Question
from models.importing.columns.listing import Ambiguity, Left, Listing, Note, Role
from models.importing.columns.reading import ListReading
from models.importing.columns.roles import Column
from models.terms import Kind

LEFT_OUT = "left out"
FATES: dict[Role | None, str] = {
    Role.NAME: "the name",
    Role.KIND: "organisation, company or individual",
    Role.COUNTRY: "the country",
    Role.WEBSITE: "the website; for a person, a note",
    Role.AFFILIATION: "a person's affiliation; for others, a note",
    Role.FIRST_NAME: "a person's first name",
    Role.LAST_NAME: "a person's last name",
    Role.PERSON: "a person: the signer, or who signs for the organisation",
    Role.POSITION: "the person's role, kept for moderators",
    Role.EMAIL: "the moderators' contact, never printed",
    Role.CONSENT: "if the name may be printed; a no holds it back",
    Role.BRANCH: "the branch; a body may appear once for each",
    Role.PLACE: "the town, to tell duplicates apart",
    Role.NOTE: "a note for moderators",
    Role.DECISION: "add the row anyway, or leave it out",
    None: LEFT_OUT,
}
"""What happens to a column, by what it holds."""
CHOICES: dict[Role | None, str] = {
    Role.NAME: "Name",
    Role.COUNTRY: "Country",
    Role.KIND: "Kind: organisation, company, individual",
    Role.AFFILIATION: "Affiliation of a person",
    Role.WEBSITE: "Website",
    Role.EMAIL: "E-mail, for moderators",
    Role.CONSENT: "May the name be printed?",
    Role.PERSON: "Person who signs for it",
    Role.POSITION: "Role of that person",
    Role.FIRST_NAME: "First name",
    Role.LAST_NAME: "Last name",
    Role.PLACE: "Town",
    Role.BRANCH: "Branch or constituency",
    Role.NOTE: "Note for moderators",
    Role.DECISION: "Decision: yes or no",
    None: "Leave this column out",
}
"""The same as one chooses it."""
NOTES: dict[Left, str] = {
    Left.SHEET: "sheet {name}: {rows} not read",
    Left.HIDDEN: "sheet {name}: {rows} hidden or filtered away, not read",
    Left.HEADINGS: "{rows} only repeat the headings",
    Left.ABOVE: "{rows} above the headings not read: {name}",
    Left.CODE: "{lines} of code, comments or settings not read",
    Left.KEY: "{name}: {values} not read, because they aren't names",
    Left.TITLES: "{lines} read as headings, not names: {name}",
    Left.LIST: "{lines} under {name} not read: not under a heading of signatories",
}
_ENCODINGS = {"cp1250": "Central Europe", "cp1251": "Cyrillic", "cp1252": "Western Europe", "cp1253": "Greek",
              "cp1254": "Turkish", "cp1255": "Hebrew", "cp1256": "Arabic", "cp1257": "Baltic",
              "cp874": "Thai"}  # fmt: skip


def fate(one: Column) -> str:
    """What becomes of one column."""
    return "a second answer about consent; a no holds it back too" if one.holds_back else FATES[one.role]


def note(one: Note) -> str:
    """One thing that was not read."""
    return NOTES[one.left].format(
        name=one.name or "no heading",
        rows=words.plural(one.count, "row"),
        lines=words.plural(one.count, "line"),
        values=words.plural(one.count, "value"),
    )


def question(one: Question) -> str:
    """What is asked, as a sentence."""
    match one.ask:
        case Ask.READING:
            return "Which reading is right?"
        case Ask.KIND:
            return "What are the names whose kind the list doesn't say?"
        case Ask.COUNTRY:
            named = words.listed([f"{text} ({words.plural(count, 'row')})" for text, count in one.about[:5]])
            more = f" and {len(one.about) - 5:,} more" if len(one.about) > 5 else ""
            return f"I don't know these countries: {named}{more}. What should happen to their rows?"


def option(listing: Listing, one: Question, value: str) -> tuple[str, str]:
    """An answer, and what it comes to. ``listing`` as it came from the reader."""
    match one.ask:
        case Ask.READING:
            return _reading(asking.read_as(listing, {Ask.READING: value}))
        case Ask.KIND:
            said = {
                Kind.ORGANISATION: ("Organisations", "an affiliation becomes a note"),
                Kind.COMPANY: ("Companies", "an affiliation becomes a note"),
                Kind.INDIVIDUAL: ("People", "with an affiliation, if there is one"),
            }
            return said[Kind(value)]
        case Ask.COUNTRY:
            if value == asking.HOLD:
                return "Hold them back", "each is doubtful until its country is corrected"
            return "Add them without a country", "the country is left out, and each row says so"


def _reading(listing: Listing) -> tuple[str, str]:
    rows = words.plural(len(listing.lines), "name")
    place = roles.recognise(listing).get(Role.NAME, 0)
    cells = [line.cells[place] for line in listing.lines if line.cells[place]]
    way, name = listing.way or (Ambiguity.SHEETS, "")
    if way is Ambiguity.ENCODING:
        odd = [cell for cell in cells if not cell.isascii()]
        return f"{_ENCODINGS.get(name, name)}: {(odd or cells or [''])[0]}", words.listed(odd[1:4])
    said = {
        Ambiguity.WORDS: f"{'Two lines are one name' if name == '2' else 'Each line is a name'}, {rows}",
        Ambiguity.SEMICOLONS: f"{'A semicolon separates names' if name == 'apart' else 'Each line is a name'}, {rows}",
        Ambiguity.ROWS: f"{'Only visible rows' if name == 'visible' else 'Hidden rows too'}, {rows}",
        Ambiguity.SHEETS: f"Only the sheet {name}, {rows}" if name else f"All sheets, {rows}",
    }
    return said[way], words.listed(cells[:3])


def misnamed(found: ListReading) -> str:
    """A sentence where an answer is none, or to nothing that is asked; else nothing."""
    by_name = {one.ask.value: one for one in found.questions}
    for name, value in found.answered.items():
        options = (
            list(Kind) if name == Ask.KIND else list(by_name[name].options) if name in by_name else [value]
        )
        if name not in list(Ask):
            return f"there is no question {name!r}; choose one of {words.listed(list(Ask))}."
        if value not in options:
            return f"{value!r} isn't an answer to {name}; choose {words.listed(options, 'or')}."
    return ""


_OPTIONS = {Ask.KIND: "--kind"}
"""How the command line is told an answer, where it has an option of its own."""


def unanswered(found: ListReading) -> str:
    """What must be answered first, for the command line."""
    return " ".join(
        f"{question(one)} Say {_OPTIONS.get(one.ask, '--answer ' + one.ask.value + ':…')}: {_options(found, one)}."
        for one in found.open
    )


def _options(found: ListReading, one: Question) -> str:
    return words.listed([f"{value} ({option(found.whole, one, value)[0]})" for value in one.options], "or")


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
            for one in roles.shown(found.listing, found.columns)
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
        f"column {one.place + 1}: {one.label}: {fate(one)}" for one in roles.shown(found.listing, found.columns)
    ]
    lines += [f"not read: {note(one)}" for one in found.listing.notes]
    lines += [
        f"question {one.ask.value}: {question(one)} {_options(found, one)}. Read for now: {found.taken(one)}."
        for one in found.questions
    ]
    return lines


def column(one: Column) -> str:
    """One column on one line, for a card."""
    return f"{words.escape(words.clip(one.label, 60))}: {fate(one)}"
