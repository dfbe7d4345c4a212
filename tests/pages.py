"""What the files of a letter's page say, read as its readers do."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

ATOM = "{http://www.w3.org/2005/Atom}"


def read(folder: Path) -> dict[str, bytes]:
    """Every file of a page, by its path, all of one state: the folder that the link leads to now."""
    shown = folder.resolve()
    return {str(one.relative_to(shown)): one.read_bytes() for one in shown.rglob("*") if one.is_file()}


def counts(files: Mapping[str, bytes]) -> dict[str, set[int]]:
    """Each count of signatories that a file says, as a figure or as so many names; lists that are published apart."""
    return {
        path: set(_counts(path, data)) for path, data in files.items() if not path.startswith(("lists/", "."))
    }


def _counts(path: str, data: bytes) -> Iterator[int]:
    text = data.decode("utf-8-sig")
    if path.endswith("index.html"):
        page = LexborHTMLParser(text)
        yield _figure(one(page, ".count strong").text())
        yield _figure(one(page, "#signatories-title").text())
        yield len(page.css("#signatories ol.list > li"))
        yield _figure(page.css("table td.figure")[-1].text())
    elif path == "embed.html":
        yield _figure(one(LexborHTMLParser(text), ".count strong").text())
    elif path.endswith(".json"):
        document = json.loads(text)
        yield document["count"]["total"]
        yield len(document["signatories"])
        yield (
            document["count"]["organisations"]
            + document["count"]["companies"]
            + document["count"]["individuals"]
        )
    elif path.endswith(".csv"):
        yield len(list(csv.DictReader(io.StringIO(text))))
    elif path == "feed.xml":
        yield _figure(ElementTree.fromstring(text).findtext(f"{ATOM}subtitle") or "")  # noqa: S314
    elif path == "badge.svg":
        title, *_ = re.findall(r">([\d,]+ signator[^<]*)<", text)
        yield _figure(title)


def names(files: Mapping[str, bytes], path: str = "index.html") -> list[str]:
    """The names on the list of a page, in their order."""
    page = LexborHTMLParser(files[path].decode())
    return [one.text() for one in page.css("ol.list > li > bdi")]


def words(data: bytes) -> str:
    """Everything that a page says, without what the browser alone reads."""
    page = LexborHTMLParser(data.decode())
    page.strip_tags(["style"])
    return " ".join(page.body.text(separator=" ").split()) if page.body else ""


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    """The first element of a page that a selector finds; there has to be one."""
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def _figure(text: str) -> int:
    found = re.search(r"[\d,]+", text)
    assert found, text
    return int(found[0].replace(",", ""))
