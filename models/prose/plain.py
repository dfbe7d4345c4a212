"""A text as plain text: no sign of markup but what a typewriter would use. A table is written as lines."""

from collections.abc import Iterator

from models.prose import blocks as prose


def plain(text: prose.Prose) -> str:
    """The text, its paragraphs an empty line apart, footnotes under it."""
    parts = ["\n".join(_lines(block)) for block in text.blocks]
    for number, note in enumerate(text.notes, 1):
        first, *others = [line for block in note for line in _lines(block)] or [""]
        parts.append("\n".join((f"[{number}] {first}", *others)))
    return "\n\n".join(parts)


def _lines(block: prose.Block) -> Iterator[str]:
    match block:
        case prose.TextParagraph(runs) | prose.TextHeading(runs, _):
            yield from _words(runs).split("\n")
        case prose.TextList(points, start):
            for number, point in enumerate(points, 0 if start is None else start):
                marker = "- " if start is None else f"{number}. "
                lines = [line for part in point for line in _lines(part)] or [""]
                yield marker + lines[0]
                yield from (" " * len(marker) + line for line in lines[1:])
        case prose.Quote(inner):
            for at, part in enumerate(inner):
                yield from [">"] * bool(at)
                yield from (f"> {line}" for line in _lines(part))
        case prose.Code(typed):
            yield from (f"    {line}" for line in typed.split("\n"))
        case prose.TextTable():
            yield from _lines(prose.as_lines(block))
        case prose.Rule():
            yield "* * *"


def _words(runs: prose.Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: prose.Run) -> str:
    if run.note:
        return f"[{run.note}]"
    return run.text if not run.link or run.link == run.text else f"{run.text} ({run.link})"
