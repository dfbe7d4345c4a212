"""Old terms and awkward phrases (docs/style.md), and where readers still meet them.

``python -m tests.style [PLACE …]`` lists what is left, everywhere or in these places; ``tests/test_style.py`` wants
none.
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EVERYTHING = (
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs",
    "config.example.toml",
    "bot.py",
    "cli",
    "cogs",
    "models",
    "rehearsal",
)
"""What people read, or what holds sentences that they read."""
PAGE = "docs/style.md"
"""Names the old terms, to say what to write instead."""
KEPT = ("models/consents/consents.py", "models/publishing/exports/arrange.py")
"""Their sentences are in records and in published lists, which do not change."""
KINDS = (".md", ".toml", ".html", ".js", ".py")

RULES: dict[str, str] = {
    r"\bput(?:s|ting)? (?:\S+ ){0,6}?forward\b": "propose",
    r"\btak(?:en?|es|ing) (?:it |them |the list |what \w+ |a list )?along\b": "export, move",
    r"\b(?:taken|takes?) (?:off|on)?to the list\b": "add to the list",
    r"\bwhat (?:still |else )?waits\b|\bwaits? for (?:me|you|them|the moderators)\b": "my to-do list, waiting for",
    r"\bnothing (?:else )?waits\b|\bvotes? waits?\b": "nothing is waiting",
    r"\bwho(?:ever)? says nothing\b|\bwhoever\b|\bwhom\b": "anyone who, people who",
    r"\b(?:be|are) forgotten\b|\bforgets? (?:one|them|somebody|a person)\b": "delete my data",
    r"\bw(?:rite|rote|ritten) (?:anything )?down\b": "record, log, save",
    r"\bpossible while\b": "what to do first",
    r"\b(?:that|those) which\b": "what",
    r"\banew\b": "again, over",
    r"\b(?:goes|go|went) through (?:with|if|unless|only)\b": "passes",
    r"\bstands? on (?:the|this|a) (?:list|letter)\b|\bas (?:it|they) stands?\b": "is on the list, as it is",
    r"\bstands? (?:in|under|on) (?:both|it|there|another)\b": "is in",
    r"\bit takes (?:\{|someone|somebody|one more|two moderators|the role)": "you need",
    r"(?<!there )\b(?:is|are) no (?:backup|file|instant|language|list|member|names?|record|text|zone)\b": "isn't",
    r"\bwhere (?:there (?:is|are)|one is|it is a|you are the only)\b": "if",
    r"\bput(?:s|ting)? (?:\S+ ){0,4}?away\b|\bgiv(?:e|ing) (?:this|the|it) (?:\w+ )?up\b": "archive, cancel",
    r"\bhanded over on\b|\bhands? a list over\b": "exported",
    r"\bleft out, (?:by|both|the|a)\b|\bempty is\b": "Leave out for …, Empty: …",
    r"\bshall\b": "should",
    r"\bin the place of\b": "replace, instead of",
    r"\bbec(?:a|o)mes? of\b": "happens to",
    r"\bmend(?:s|ed|ing)?\b": "fix",
    r"\bis to be printed\b": "should be printed",
    r"\b(?:is|are) said\b": "name who says it",
    r"\b(?:moderators|you) alone\b": "only",
    r"\b(?:since|after) (?:this|it) was drawn\b": "since you saw this",
    r"\b(?:kept|part|you|proposes) no more\b|\bnothing any more\b": "no longer",
    r"\basks? that \S+ be\b": "asks to",
    r"\b(?:spelled|spelt|written|printed) otherwise\b": "differently",
    r"\bstands? (?:once|twice|nowhere)\b": "is there once",
    r"\b(?:is|are) to (?:be|keep|have|get)\b": "should be",
    r"\bdecided nothing\b|\bdid not decide\b": "was tied, nobody voted",
}
"""A pattern, and what to write instead."""
_RULES = [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES.items()]
_OURS = [(re.compile(r"\bverbs?\b|\brehearsal room\b|(?<!letter's )(?<!\| )\bcards?\b"), "command, message")]
"""Words of the code, which only those who write it should meet."""
_FOR_US = ("CONTRIBUTING.md", "cogs", "models", "rehearsal")


class Finding(NamedTuple):
    """One phrase that a reader should not meet. ``line`` counts from 1; the text's first line where it has several."""

    file: str
    line: int
    phrase: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: “{self.phrase}”: {self.instead}"


def old_phrases(text: str, rules: Sequence[tuple[re.Pattern[str], str]] = _RULES) -> list[tuple[str, str]]:
    """Each old phrase in a text, with what to write instead."""
    plain = " ".join(text.replace("*", "").split())
    return [(found[0], instead) for rule, instead in rules for found in rule.finditer(plain)]


def findings(*places: str) -> list[Finding]:
    """The old phrases in files and in folders, given from the root."""
    found = []
    for file in (file for place in places for file in _files(ROOT / place)):
        name = file.relative_to(ROOT).as_posix()
        rules = _RULES if name.startswith(_FOR_US) else _RULES + _OURS
        found += [
            Finding(name, line, *phrase) for line, text in _texts(file) for phrase in old_phrases(text, rules)
        ]
    return found


def _files(place: Path) -> list[Path]:
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [
        one
        for one in found
        if one.suffix in KINDS
        and one.relative_to(ROOT).as_posix() not in (PAGE, *KEPT)
        and {"migrations", "data"}.isdisjoint(one.parts)  # what was stored once, and a letter's own words
    ]


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    """What somebody reads in a file, with the line on which it begins."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        yield from _sentences(ast.parse(text))
    elif file.suffix == ".md":
        yield from _prose(text)
    elif file.suffix == ".js":
        for number, line in enumerate(text.splitlines(), 1):
            yield from ((number, said) for said in re.findall(r'"([^"]{3,})"', line))
    elif file.suffix == ".toml" and file.name != "config.example.toml":
        return  # words of other languages
    else:
        yield from enumerate(text.splitlines(), 1)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Lines outside fenced code, without what is in backticks."""
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "", line)


def _sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """String literals of two words or more: neither docstrings nor regular expressions, nor what only a developer reads
    (values of an enum, ValueError, assert)."""
    skipped = {id(node) for node in _unread(tree)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in skipped or id(node) in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "{…}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        if re.search(r"[A-Za-z]{2} [\w{*]", said) and "(?" not in said:
            yield node.lineno, said


def _unread(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases):
            yield from (value for one in node.body if isinstance(one, ast.Assign) for value in ast.walk(one))
        if isinstance(node, ast.Assert) or (isinstance(node, ast.Raise) and _for_developers(node)):
            yield from ast.walk(node)


def _for_developers(node: ast.Raise) -> bool:
    error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    return isinstance(error, ast.Name) and error.id in {"ValueError", "TypeError", "RuntimeError", "KeyError"}


if __name__ == "__main__":
    left = findings(*(sys.argv[1:] or EVERYTHING))
    sys.stdout.write("".join(f"{one}\n" for one in left) + f"{len(left)} left\n")
