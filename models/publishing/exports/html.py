"""A list as one HTML page that needs nothing else: no script, no font, no picture. It reads aloud, grows with the
reader's letters, follows a dark screen, and prints. Its templates are those of the letter's own page."""

from models.publishing.page import colours, engine
from models.sheets import PageChoices, PrintedList
from models.terms import Grouping


def write(printed: PrintedList) -> bytes:
    """The list as one HTML page in UTF-8."""
    styles = engine.style("palette.css", "base.css", **colours.palette(PageChoices())) + engine.PROSE
    page = engine.render(
        "list.html",
        printed=printed,
        with_country=_with_country(printed),
        styles=styles,
        policy=engine.security_policy(styles),
    )
    return page.encode()


def block(printed: PrintedList, *more: str) -> str:
    """Sentence and list alone, to be pasted into a page that has its own dress; ``more`` are paragraphs after the
    sentence. Headings begin at the second level."""
    said = (printed.embargo, printed.sentence, *more)
    paragraphs = [text for text in said if text]
    return engine.render(
        "block.html", printed=printed, paragraphs=paragraphs, with_country=_with_country(printed)
    )


def _with_country(printed: PrintedList) -> bool:
    """Under a country's heading no name need say it again."""
    return printed.arrangement.grouping is not Grouping.COUNTRY
