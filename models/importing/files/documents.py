"""JSON and YAML: a list of names, a list of records, or lists of those under kinds or countries."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from yaml.events import AliasEvent

from models.importing.files import columns, heading
from models.importing.files.listing import Line, Listing, listing, require_few
from models.refusal import Reason, Refusal

LARGEST_YAML = 2**20
"""Bytes: YAML takes long to read."""
HOLDERS = (
    "signatories",
    "organisations",
    "organizations",
    "entries",
    "data",
    "rows",
    "items",
    "results",
    "list",
)
"""Keys under which others' programs and our own export keep the list, the likeliest first."""


def read_json(text: str) -> Listing:
    """Refuses UNREADABLE_FILE where it is no JSON, EMPTY_LIST where no list is in it."""
    try:
        return _listed(json.loads(text))
    except (ValueError, RecursionError):
        raise Refusal(Reason.UNREADABLE_FILE) from None


def read_yaml(text: str) -> Listing:
    """Every value is a text, so that "NO" stays Norway; aliases, with which a small file grows large, are refused.

    Refuses UNREADABLE_FILE, TOO_LARGE_FILE(limit), EMPTY_LIST.
    """
    if len(text) > LARGEST_YAML:
        raise Refusal(Reason.TOO_LARGE_FILE, limit=LARGEST_YAML)
    try:
        return _listed(yaml.load(text, Loader=_Plain))  # noqa: S506 (a BaseLoader makes texts, lists and mappings only)
    except (yaml.YAMLError, RecursionError, ValueError):
        raise Refusal(Reason.UNREADABLE_FILE) from None


class _Plain(yaml.BaseLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def _listed(document: Any) -> Listing:
    records = list(_records(document, None, ""))
    require_few(len(records))
    if not records:
        raise Refusal(Reason.EMPTY_LIST)
    headings: dict[str, None] = {}
    for record, _, _ in records:
        headings |= dict.fromkeys(record)
    lines = [
        Line(number, tuple(record.get(name, "") for name in headings), kind, country)
        for number, (record, kind, country) in enumerate(records, 1)
    ]
    return listing(list(headings), lines)


def _records(document: Any, kind: Any, country: str) -> Iterator[tuple[dict[str, str], Any, str]]:
    if isinstance(document, Mapping):
        yield from _under_keys(document, kind, country)
    elif isinstance(document, Sequence) and not isinstance(document, str):
        rows = [row for row in document if isinstance(row, list)]
        if rows and len(rows) == len(document):
            named = columns.are_headings([_text(cell) for cell in rows[0]])
            names = [_text(cell) for cell in rows[0]] if named else [f"column {n}" for n in range(1, 61)]
            for row in rows[1 if named else 0 :]:
                yield dict(zip(names, map(_text, row), strict=False)), kind, country
            return
        for one in document:
            if isinstance(one, Mapping):
                yield {str(name): _text(value) for name, value in one.items()}, kind, country
            elif _text(one):
                yield {"name": _text(one)}, kind, country


def _under_keys(
    document: Mapping[Any, Any], kind: Any, country: str
) -> Iterator[tuple[dict[str, str], Any, str]]:
    """Either one key holds the list, or each key is a heading."""
    named = {str(key).casefold(): value for key, value in document.items()}
    for holder in HOLDERS[:1]:
        if isinstance(named.get(holder), list | dict):
            yield from _records(named[holder], kind, country)
            return
    headed = [(heading.read(str(key)), value) for key, value in document.items()]
    if any(found is not None and isinstance(value, list) for found, value in headed):
        for found, value in headed:
            if found is not None and isinstance(value, list | dict):
                yield from _records(value, found.kind or kind, found.country or country)
        return
    for holder in HOLDERS[1:]:
        if isinstance(named.get(holder), list | dict):
            yield from _records(named[holder], kind, country)
            return
    if columns.are_headings([str(key) for key in document]):
        yield {str(name): _text(value) for name, value in document.items()}, kind, country
        return
    lists = [value for value in document.values() if isinstance(value, list)]
    if len(lists) == 1:
        yield from _records(lists[0], kind, country)
        return
    for key, value in document.items():  # a record under each name
        if isinstance(value, Mapping):
            record = {str(name): _text(inner) for name, inner in value.items()}
            yield ({} if "name" in record else {"name": str(key)}) | record, kind, country


def _text(value: Any) -> str:
    if value is None or isinstance(value, Mapping | list):
        return ""
    return str(value)
