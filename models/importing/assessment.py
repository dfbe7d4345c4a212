"""Judging a list before it is imported: every row accepted, unchanged, duplicate, doubtful or refused, and why.

No database: what is on the letter already is handed in. Nothing is merged; a row that a coordinator decided on
in the marked file is taken or left as they say.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from models.geography import countries
from models.importing.columns import answers, heading
from models.names import cleaning, doubts, identity, repair
from models.names.identity import Identity
from models.names.matcher import Gathering
from models.names.similarity import STRONG
from models.refusal import Refusal
from models.sheets.batches import Given, Judged
from models.sheets.findings import Finding, Found, RowVerdict
from models.strings import folding
from models.terms import Doubt, Kind, Like, SignatoryState


class Standing(Struct, frozen=True):
    """One that is on the letter already."""

    id: int
    identity: Identity
    aliases: tuple[str, ...] = ()


Sayings = Mapping[frozenset[str], bool]
"""What moderators said of pairs of exact keys: True for the same body."""


def judge(
    given: Sequence[Given],
    standing: Iterable[Standing] = (),
    sayings: Sayings | None = None,
    ended: Mapping[str, SignatoryState] | None = None,
    said_no: Callable[[str], bool] = lambda _name: False,
) -> list[Judged]:
    """Every row in its order, with what speaks against it. ``ended``: exact keys of what was removed from this letter
    or declined, or to which the person said no, which no form that still holds it brings back by itself.
    ``said_no``: whether a name may mean one of those who said no."""
    return _Judge(given, list(standing), sayings or {}, ended or {}, said_no).judged()


class _Judge:
    def __init__(
        self,
        given: Sequence[Given],
        standing: list[Standing],
        sayings: Sayings,
        ended: Mapping[str, SignatoryState],
        said_no: Callable[[str], bool],
    ) -> None:
        self.given, self.ended, self.sayings, self.said_no = given, ended, sayings, said_no
        self.same_as: dict[str, list[str]] = {}
        for pair, same in sayings.items():
            if same:
                first, second = pair
                self.same_as.setdefault(first, []).append(second)
                self.same_as.setdefault(second, []).append(first)
        self.on_letter: dict[str, list[Standing]] = {}
        self.known = {there.identity.name for there in standing}
        for there in standing:
            self.on_letter.setdefault(there.identity.key, []).append(there)
        self.numbered = _numbered([one.name for one in given])
        self.is_of_states = sum(_is_place(one.name) for one in given) * 2 >= len(given)
        self.read = [self._read(one, place in self.numbered) for place, one in enumerate(given)]
        new = [found for found, _ in self.read if found is not None]
        known = [one.identity for one in standing]
        self.gathering = Gathering((one.kind, one.name) for one in (*known, *new))
        self.named: dict[int, tuple[str, str, str | None, int | None]] = {}
        for one in standing:
            for name in (one.identity.name, *one.aliases):
                self._remember(replace(one.identity, name=name), None, one.id)
        self.first: dict[str, int] = {}
        self.branches: dict[str, set[str]] = {}
        self.result: list[Judged] = []

    def judged(self) -> list[Judged]:
        for one, (read, notes) in zip(self.given, self.read, strict=True):
            self.result.append(self._judge(one, read, notes))
        return self.result

    def _judge(self, one: Given, read: Identity | None, notes: list[Found]) -> Judged:
        if read is None:
            return Judged(one.row, RowVerdict.REFUSED, tuple(notes), one, None)
        if one.decision is False:
            return Judged(one.row, RowVerdict.REFUSED, (Found(Finding.LEFT_OUT),), one, read)
        if _says(one) is False and not one.decision:
            return Judged(one.row, RowVerdict.REFUSED, (Found(Finding.CONSENT), *notes), one, read)
        key = read.key
        if one.decision is None and self._is_on_letter(one, key):
            return self._unchanged(one, read, notes)
        if key in self.first and not (one.decision and self.result[self.first[key]].given.decision is True):
            again = self._again(one, read, notes)
            if again is not None:
                return again
        against = [] if one.decision else self._against(one, read)
        taken = [Found(Finding.TAKEN)] if one.decision else []
        self.first.setdefault(key, len(self.result))
        self.branches.setdefault(key, set()).add(_plain(one.branch))
        self._remember(read, one.where)
        verdict = RowVerdict.DOUBTFUL if any(map(_is_grave, against)) else RowVerdict.ACCEPTED
        return Judged(one.row, verdict, (*against, *taken, *notes), one, read)

    def _is_on_letter(self, one: Given, key: str) -> bool:
        """Whether this row is one that is there: the first of its name, or another branch for another twin."""
        seen = self.branches.get(key, set())
        return len(seen) < len(self.on_letter.get(key, ())) and _plain(one.branch) not in seen

    def _unchanged(self, one: Given, read: Identity, notes: list[Found]) -> Judged:
        there = self.on_letter[read.key][0]
        self.first.setdefault(read.key, len(self.result))
        self.branches.setdefault(read.key, set()).add(_plain(one.branch))
        same = there.identity.name == read.name
        found = Found(Finding.ON_LETTER) if same else Found(Finding.RESPELLED, {"name": there.identity.name})
        return Judged(one.row, RowVerdict.UNCHANGED, (found, *notes), one, read, there.id)

    def _again(self, one: Given, read: Identity, notes: list[Found]) -> Judged | None:
        """The same name once more: a duplicate, unless a branch, a country or a coordinator says otherwise. What the
        first row lacks, a country for one, is taken from this one."""
        place = self.first[read.key]
        before = self.result[place]
        if one.decision:
            return Judged(one.row, RowVerdict.ACCEPTED, (Found(Finding.TAKEN), *notes), one, read)
        if one.branch and _plain(one.branch) not in self.branches[read.key]:
            self.branches[read.key].add(_plain(one.branch))
            values = {"row": before.given.where, "branch": one.branch}
            verdict = before.verdict if before.verdict is RowVerdict.DOUBTFUL else RowVerdict.ACCEPTED
            return Judged(one.row, verdict, (Found(Finding.BRANCH, values), *notes), one, read)
        if before.identity is not None and read.country and not before.identity.country:
            taken = Found(Finding.COMPLETED, {"country": read.country, "row": one.where})
            completed = replace(before.identity, country=read.country)
            self.result[place] = replace(before, identity=completed, found=(*before.found, taken))
        elif before.identity is not None and read.country and read.country != before.identity.country:
            values = {"row": before.given.where, "country": before.identity.country}
            return Judged(one.row, RowVerdict.DOUBTFUL, (Found(Finding.ELSEWHERE, values), *notes), one, read)
        other = before.given.place if _elsewhere(one.place, before.given.place) else ""
        values = {"row": before.given.where, "name": before.name, "place": other}
        return Judged(one.row, RowVerdict.DUPLICATE, (Found(Finding.IN_ROW, values), *notes), one, read)

    def _against(self, one: Given, read: Identity) -> list[Found]:
        found = [Found(Finding.DOUBT, {"doubt": which}) for which in doubts.doubts(read.name, read.kind)]
        announced = heading.only_says_that_names_follow(read.name.partition(":")[0])
        if (one.loose or announced) and not any(which.values["doubt"] is Doubt.NO_NAME for which in found):
            found.append(Found(Finding.DOUBT, {"doubt": Doubt.NO_NAME}))
        if read.kind is Kind.ORGANISATION and not self.is_of_states and _is_place(read.name):
            found.append(Found(Finding.DOUBT, {"doubt": Doubt.PLACEHOLDER}))
        if read.key in self.ended:
            found.append(Found(Finding.ENDED, {"state": self.ended[read.key]}))
        elif self.said_no(read.name):
            found.append(Found(Finding.SAID_NO))
        placeholder = any(which.values.get("doubt") is Doubt.PLACEHOLDER for which in found)
        typed = one.country.strip()
        if typed and not read.country and not _is_no_country(one):
            meant = countries.meanings(typed)
            found.append(Found(Finding.COUNTRY, {"country": typed, "meant": meant}))
        if one.consent is not None and _says(one) is None:
            column = {"column": one.unclear} if one.unclear else {}
            found.append(Found(Finding.CONSENT_UNCLEAR, {"answer": one.consent, **column}))
        elif (behind := answers.behind(one.parted or one.name)) and not _is_code_of(behind, read.country):
            found.append(Found(Finding.CONSENT_UNCLEAR, {"answer": behind}))
        alike = [] if placeholder else self.gathering.find(read.kind, read.name, read.country)
        for number, like in alike[:3]:
            name, key, row, there = self.named[number]
            if key == read.key or self.sayings.get(frozenset((key, read.key))) is False:
                continue
            found.append(Found(Finding.LIKE, {"name": name, "row": row, "id": there, "like": like}))
        for other in self.same_as.get(read.key, ()):
            if other in self.on_letter:
                one_there = self.on_letter[other][0]
                values = {"name": one_there.identity.name, "row": None, "id": one_there.id, "like": Like.MARKED}
                found.insert(0, Found(Finding.LIKE, values))
        return found

    def _remember(self, read: Identity, row: str | None, signatory_id: int | None = None) -> None:
        number = len(self.named)
        self.named[number] = (read.name, read.key, row, signatory_id)
        self.gathering.add(number, read.kind, read.name, read.country)

    def _read(self, one: Given, is_numbered: bool) -> tuple[Identity | None, list[Found]]:
        """As it would be printed, and what was put right for that; ``is_numbered``: the list counted it."""
        notes: list[Found] = []
        shown, address = repair.unmasked(one.name)
        before = shown if address else one.name
        mark, counts = repair.marker(shown)  # one number among many names may be its own: "1. FC …"
        if mark and shown not in self.known and (is_numbered or not counts):
            shown = shown[len(mark) :]
            before = before.replace(mark, "", 1)
            notes.append(Found(Finding.UNLISTED, {"mark": mark.strip()}))
        website, affiliation = one.website, one.affiliation
        if one.addressed or "@" in address:
            notes.append(Found(Finding.ADDRESSED))
        elif address and not website and one.kind is not Kind.INDIVIDUAL:
            website = address
            notes.append(Found(Finding.LINKED, {"website": address}))
        elif address:
            notes.append(Found(Finding.LINK, {"link": address}))
        if affiliation and doubts.is_placeholder(affiliation):
            if not doubts.says_nothing(affiliation):
                notes.append(Found(Finding.NO_AFFILIATION, {"affiliation": affiliation}))
            affiliation = ""
        try:
            website = identity.website(website)
        except Refusal:
            notes.append(Found(Finding.WEBSITE, {"website": website}))
            website = ""
        try:
            name = cleaning.printable(shown)
            said = cleaning.affiliation(affiliation) if one.kind is Kind.INDIVIDUAL else ""
        except Refusal as refusal:
            return None, [Found(Finding.REFUSED, {"refusal": refusal})]
        if name != before and _letters(name) != _letters(before):
            notes.append(Found(Finding.MENDED, {"before": " ".join(before.split())}))
        if one.parted and said:
            notes.append(Found(Finding.PARTED, {"before": one.parted, "affiliation": said}))
        code = countries.find(one.country)
        if one.located:
            notes.append(Found(Finding.LOCATED, {"before": one.located, "country": code}))
        if one.country.strip() and _is_no_country(one):
            notes.append(Found(Finding.NO_COUNTRY, {"country": one.country.strip()}))
        elif code and countries.is_part_of_a_country(one.country):
            notes.append(Found(Finding.COUNTRY_OF, {"before": one.country.strip(), "country": code}))
        individual = one.kind is Kind.INDIVIDUAL
        return Identity(one.kind, name, code, "" if individual else website, said), notes


def _numbered(names: Sequence[str]) -> set[int]:
    """The places of names whose number is the list's: of all where half have one, else of those that count on, 1, 2, 4,
    whatever stands between them."""
    counted = [place for place, name in enumerate(names) if repair.marker(name)[1]]
    if len(counted) > 1 and len(counted) * 2 >= len(names):
        return set(counted)
    runs: list[list[int]] = []
    last = 0
    for place in counted:
        number = int(re.sub(r"\D", "", repair.marker(names[place])[0]))
        if not runs or not 0 < number - last <= 2:  # one may be missing
            runs.append([])
        runs[-1].append(place)
        last = number
    return {place for run in runs if len(run) >= _RUN for place in run}


_RUN = 3
"""From so many numbers that count on, they are the list's."""


def _is_grave(found: Found) -> bool:
    """Whether a human must decide before the row is taken; a weak likeness only goes along."""
    return found.finding is not Finding.LIKE or found.values["like"] in STRONG


def _says(one: Given) -> bool | None:
    """Whether its answer allows printing; None if it says neither, or nobody can tell what was asked."""
    return None if one.consent is None or one.unclear else answers.consent(one.consent)


def _is_no_country(one: Given) -> bool:
    """A part of the world, or a text that anyone who imports said to be none."""
    typed = one.country.strip()
    return countries.is_anywhere(typed) or (one.without_country and not countries.meanings(typed))


def _is_code_of(said: str, code: str) -> bool:
    """Whether "NO" behind a name is the country that its row gives, and no answer."""
    return said.isupper() and countries.known(said) == code


def _is_place(name: str) -> bool:
    """A country or a continent, which among organisations is mostly a heading or a cell gone astray."""
    return len(name) > 3 and (countries.known(name) is not None or countries.is_part_of_the_world(name))


def _plain(text: str) -> str:
    return folding.SEARCH(text)


def _letters(text: str) -> str:
    """What can be seen of it: marks of direction and spaces of no width are no damage."""
    if text.isascii() and text.isprintable():
        return "".join(text.split())
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def _elsewhere(one: str, other: str) -> bool:
    """Whether two places are named, and neither is only the other written more fully."""
    here, there = _plain(one), _plain(other)
    return bool(here and there) and here not in there and there not in here
