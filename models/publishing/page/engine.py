"""The engine: Jinja2 with the templates of this folder, which escapes everything that anybody typed.

Only templates of the house are read, and nothing is loaded at run time from anywhere else.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from models import labels, translation
from models.prose import html as prose_html, script
from models.prose.blocks import Prose
from models.publishing.exports import sentences
from models.publishing.page import languages

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"
PROSE = Markup(f"\n{prose_html.STYLE}")  # noqa: S704
"""The style of a text in markup of ours, after a sheet of :func:`style`."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold (XML 1.0, production 2)."""


def render(template: str, **values: object) -> str:
    """The template with these values in their places."""
    return _environment().get_template(template).render(values)


def style(*names: str, **values: str) -> Markup:
    """Sheets of style, one after the other, as they stand in a page. Values are ours and checked, never typed text."""
    return Markup("\n".join(render(name, **values).strip() for name in names))  # noqa: S704


def security_policy(*styles: str) -> str:
    """The Content-Security-Policy of a page with these sheets of style: no script, no picture, no frame, no request."""
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles)
    allowed = " ".join(f"'sha256-{one}'" for one in digests)
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"


@cache
def version() -> str:
    """Eight hexadecimal digits over everything that pages are made by: with another one they are written anew. How a
    text, a list or a sentence becomes markup is not in this folder alone, so it is over all of ``models`` and the
    catalogues."""
    made_by = (".py", ".toml", ".html", ".css", ".xml", ".svg")
    files = sorted(
        (
            *(one for one in FOLDER.parents[1].rglob("*") if one.suffix in made_by),
            *translation.FOLDER.rglob("*.po"),
        )
    )
    return hashlib.sha256(b"\0".join(one.read_bytes() for one in files)).hexdigest()[:8]


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 2 MB, for a coalition that has a page

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "instant": sentences.instant,
        "signatories": sentences.signatories,
        "edition": labels.edition,
        "number": translation.number,
        "prose": _prose,
        "way": prose_html.direction,
        "runs": lambda text: "rtl" if script.runs_from_right(text) else "ltr",
        "tongue": script.language,
        "xml": lambda text: _NOT_XML.sub("", text),
        "language": languages.name,
    }
    environment.globals |= {
        "_": _said,
        "ours": translation.language,
        "our_way": lambda: "rtl" if translation.is_right_to_left() else "ltr",
        "between": sentences.between,
        "headed": sentences.headed,
        "ended": sentences.ended,
    }
    return environment


def _said(message: str, /, **values: object) -> Markup:
    """A sentence in the language that is spoken, as markup: all of it is escaped but values that are markup of ours,
    such as a link. English where what a catalogue has cannot be filled."""
    shown = {
        name: Markup(translation.isolated(escape(value))) if isinstance(value, str) else value  # noqa: S704
        for name, value in values.items()
    }
    try:
        return escape(translation._(message)).format(**shown)
    except (LookupError, ValueError, AttributeError, TypeError):
        return escape(message).format(**shown)


def _prose(text: Prose, language: str, below: int = 1, mark: str = "") -> Markup:
    """A text in markup of our own: ``models.prose.html`` has escaped what was typed."""
    return Markup(prose_html.html(text, language, below, mark))  # noqa: S704
