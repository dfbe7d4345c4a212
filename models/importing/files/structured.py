"""JSON and YAML: a list of names or of records, at whatever depth it stands; keys above it say kinds or countries."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import AliasEvent

from models.geography import countries
from models.importing.columns import header, heading, roles, tables, wording
from models.importing.columns.listing import Left, Line, Listing, Note, Role, require_few
from models.importing.columns.tables import Table
from models.refusal import Reason, Refusal
from models.terms import Kind

LARGEST_YAML = 2**20
"""Bytes: YAML takes long to read."""
DEEPEST = 50
_SURE, _LIKELY = 2, 1
HOLDERS = dict.fromkeys(
    ("signatories", "signatory", "organisations", "organizations", "signed", "signers", "sincerely", "supporters",
     "supported_by", "undersigned", "endorsements", "endorsers", "signatures", "signataires", "firmantes",
     "unterzeichner"),
    _SURE,
) | dict.fromkeys(
    ("entries", "data", "rows", "items", "results", "list", "members", "records", "names"), _LIKELY
)  # fmt: skip
"""Keys under which others' programs and our own export keep the list, and how surely."""
_NAMES = ("name", "title", "label", "text", "value", "full_name", "fullname", "display_name")
"""Of a record inside a record ("organization: {name, url}"), the part that stands for the whole."""


def read_json(text: str) -> Listing:
    """One document, or one a line. Refuses UNREADABLE_FILE if it is no JSON, EMPTY_LIST if no list is in it."""
    try:
        return _listed(_documents(text))
    except (ValueError, RecursionError):
        raise Refusal(Reason.UNREADABLE_FILE) from None


def _documents(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def read_yaml(text: str) -> Listing:
    """Every value is a text, so that "NO" stays Norway; aliases, with which a small file grows large, are refused.

    Refuses UNREADABLE_FILE, TOO_LARGE_FILE(limit), EMPTY_LIST.
    """
    if len(text) > LARGEST_YAML:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST_YAML // 2**20)
    try:
        documents = list(yaml.load_all(text, Loader=_Plain))
    except (yaml.YAMLError, RecursionError, ValueError):
        raise Refusal(Reason.UNREADABLE_FILE) from None
    try:
        return _listed(documents[0] if len(documents) == 1 else documents)
    except RecursionError:
        raise Refusal(Reason.UNREADABLE_FILE) from None


class _Plain(yaml.BaseLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


class _Found(Struct, frozen=True):
    """A list somewhere in the document."""

    key: str
    """The nearest key above it."""
    held: int
    """How surely a key above it says that names are there; 0 if none does."""
    kind: Kind | None
    country: str
    rows: tuple[dict[str, str], ...]
    named: bool
    """Its rows are records that name someone."""


def _listed(document: Any) -> Listing:
    found = list(_lists(document, "", held=0, kind=None, country="", depth=0))
    most = max((one.held for one in found), default=0)
    chosen = (
        [one for one in found if most and one.held == most] or [one for one in found if one.named] or found[:1]
    )
    if not any(one.rows for one in chosen):
        raise Refusal(Reason.EMPTY_LIST)
    require_few(sum(len(one.rows) for one in chosen))
    notes = [Note(Left.KEY, len(one.rows), one.key) for one in found if one not in chosen and one.rows]
    return tables.united(_tables(chosen), notes)


def _tables(chosen: Sequence[_Found]) -> list[Table]:
    """Lists of one form are one table; their rows are counted through."""
    made, number = [], 0
    shapes: dict[frozenset[str], dict[str, None]] = {}
    every: dict[str, None] = {}
    for one in chosen:
        keys: dict[str, None] = {}
        for row in one.rows:
            keys |= dict.fromkeys(row)
        shapes[frozenset(keys)] = keys
        every |= keys
    alike = len({frozenset(roles.recognise(Listing(tuple(keys), ())).items()) for keys in shapes.values()}) > 1
    for one in chosen:
        keys = {}
        for row in one.rows:
            keys |= dict.fromkeys(row)
        named = tuple(keys if alike else every)
        lines = []
        for row in one.rows:
            number += 1
            lines.append(Line(number, tuple(row.get(name, "") for name in named), one.kind, one.country))
        made.append(Table(named, tuple(lines), (), one.kind, one.country))
    return made


def _lists(node: Any, key: str, *, held: int, kind: Kind | None, country: str, depth: int) -> Iterator[_Found]:
    """Every list of the document, with what the keys above it say."""
    if depth > DEEPEST:
        return
    if isinstance(node, Mapping):
        yield from _under_keys(node, key, held=held, kind=kind, country=country, depth=depth)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        rows, inner = _rows(node)
        if rows:
            named = any(roles.recognise(Listing(tuple(rows[0]), ())).values()) and "" not in rows[0]
            yield _Found(key, held, kind, country, tuple(rows), named)
        for one in inner:
            yield from _lists(one, key, held=held, kind=kind, country=country, depth=depth + 1)


def _under_keys(
    node: Mapping[Any, Any], key: str, *, held: int, kind: Kind | None, country: str, depth: int
) -> Iterator[_Found]:
    values = list(node.values())
    if (
        values
        and all(isinstance(value, Mapping) for value in values)
        and all(map(_is_record, values))
        and len(values) > 1
    ):
        # A record under each name, or under each number.
        rows = [
            ({} if str(name).isdigit() or _names_itself(value) else {"name": str(name)}) | _record(value)
            for name, value in node.items()
        ]
        yield _Found(key, held, kind, country, tuple(rows), named=True)
        return
    if (named := _names_with_one_fact(node)) is not None:
        yield _Found(key, held, kind, country, tuple(named), named=True)
        return
    if _is_record(node) and _has_name(node) and not any(map(_is_list, values)) and depth == 0:
        yield _Found(key, held, kind, country, (_record(node),), named=True)
        return
    for name, value in node.items():
        if not isinstance(value, Mapping | list):
            continue
        text = str(name)
        said = heading.read(wording.spelt_out(text))
        own = said is not None and bool(said.kind or said.country)
        yield from _lists(
            value,
            text,
            held=max(held, _SURE if said is not None else HOLDERS.get(text.casefold(), 0)),
            kind=(said.kind if said is not None else None)
            or (None if own and said is not None and said.kind else kind),
            country=(said.country if said is not None else "") or country,
            depth=depth + 1,
        )


def _rows(node: Sequence[Any]) -> tuple[list[dict[str, str]], list[Any]]:
    """The rows of a list, and what in it may hold lists of its own."""
    whole = [one for one in node if isinstance(one, list)]
    if (
        whole
        and len(whole) == len(node)
        and all(not isinstance(cell, Mapping | list) for row in whole for cell in row)
    ):
        cells = [[_text(cell) for cell in row] for row in whole]
        named = header.are_headings(cells[0], cells[1:])
        names = cells[0] if named else [f"column {number}" for number in range(1, 61)]
        return [dict(zip(names, row, strict=False)) for row in cells[1 if named else 0 :]], []
    rows: list[dict[str, str]] = []
    inner: list[Any] = []
    for one in node:
        if isinstance(one, Mapping):
            lists = [value for value in one.values() if _is_list(value)]
            if lists and not _has_name(one):
                inner.append(one)  # {"country": "Kenya", "members": [...]}
            elif (named_rows := _names_with_one_fact(one)) is not None:
                rows += named_rows
            elif len(one) == 1 and not _has_name(one) and isinstance(next(iter(one.values())), Mapping):
                inner.append(one)
            else:
                rows.append(_record(one))
        elif isinstance(one, list):
            inner.append(one)
        elif _text(one):
            rows.append({"name": _text(one)})
    return rows, inner


def _names_with_one_fact(node: Mapping[Any, Any]) -> list[dict[str, str]] | None:
    """``{"Network One": "Kenya", "Network Two": "France"}``: names, each with its country, or each with its link. None
    where the keys are headings, or a value is neither."""
    names = [str(name) for name in node]
    if not names or any(isinstance(value, Mapping | list) for value in node.values()):
        return None
    if any(wording.exact(wording.plain(name)) or name.casefold() in _NAMES for name in names):
        return None
    for fact, fits in (("country", countries.find), ("website", header.LINK.fullmatch)):
        if all(fits(_text(value)) for value in node.values()):
            return [{"name": str(name), fact: _text(value)} for name, value in node.items()]
    return None


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, Mapping | list) for one in value)


def _is_record(value: Any) -> bool:
    return isinstance(value, Mapping) and any(not isinstance(inner, Mapping | list) for inner in value.values())


def _has_name(record: Mapping[Any, Any]) -> bool:
    return header.are_headings([str(name) for name in record]) or any(
        str(name).casefold() in _NAMES for name in record
    )


def _names_itself(record: Mapping[Any, Any]) -> bool:
    """Whether a record says who it is about, so that its key need not."""
    plain = [wording.plain(str(name)) for name in record]
    return any(
        wording.is_name(name) or name in _NAMES or wording.exact(name) in (Role.FIRST_NAME, Role.LAST_NAME)
        for name in plain
    )


def _record(value: Mapping[Any, Any]) -> dict[str, str]:
    """A record flat: of one inside it, its name is under the key and the rest under "key rest"."""
    flat: dict[str, str] = {}
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            main = next((name for name in inner if str(name).casefold() in _NAMES), None)
            for name, text in _record(inner).items():
                flat[str(key) if name == str(main) else f"{key} {name}"] = text
        elif isinstance(inner, list):
            flat[str(key)] = ", ".join(
                filter(
                    None,
                    (_record(one).get("name", "") if isinstance(one, Mapping) else _text(one) for one in inner),
                )
            )
        else:
            flat[str(key)] = _text(inner)
    return flat


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, Mapping | list) else str(value)
