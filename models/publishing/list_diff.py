"""What became different between two lists of one letter. Pure."""

from models.sheets import EditionSheet, ListChanges, RosterEntry


def between(before: EditionSheet | None, after: EditionSheet) -> ListChanges:
    """Added, removed and respelled, each in the order of the list in which it stands. A signatory is told by its id:
    another spelling is no new name."""
    old = {entry.signatory_id: entry for entry in before.entries} if before else {}
    new = {entry.signatory_id: entry for entry in after.entries}
    return ListChanges(
        before=before,
        after=after,
        added=tuple(entry for entry in after.entries if entry.signatory_id not in old),
        removed=tuple(entry for number, entry in old.items() if number not in new),
        respelled=tuple(
            (old[number], entry)
            for number, entry in new.items()
            if number in old and _printed(old[number]) != _printed(entry)
        ),
    )


def _printed(entry: RosterEntry) -> tuple[str, ...]:
    return entry.kind, entry.name, entry.affiliation, entry.country
