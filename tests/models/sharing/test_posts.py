"""Ready-made posts: inside each limit whatever the letter, with the count, its time and the link always there."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from sqlmodel import Session

from models import translation
from models.database.tables import LetterPage
from models.letter_parts import Part
from models.letters import texts
from models.refusal import Reason
from models.sharing import posts, sharing
from models.sharing.networks import NETWORKS
from models.sharing.posts import Facts
from models.terms import LetterState
from tests.conftest import NOW
from tests.languages import Catalogues
from tests.models import makers

AT = datetime(2025, 2, 13, 22, 45, tzinfo=UTC)
FACTS = Facts(
    "Keep our backups closed", "the Home Secretary", 157, AT, makers.CLOSE, "https://example.org/sign"
)
X, BLUESKY = NETWORKS[:2]
ANA, MODERATOR = makers.member(1), makers.moderator(9)


def nowhere(_letter_id: int) -> str:
    """Nobody told us where pages are on the web."""
    return ""


def test_a_post_says_which_letter_how_many_at_what_time_and_until_when() -> None:
    assert posts.post(FACTS, "en", X) == (
        "“Keep our backups closed”, to the Home Secretary: 157 signatories (as of 13 Feb 2025, 22:45 UTC). "
        "You can sign until 20 Feb 2025, 23:59 UTC.\nhttps://example.org/sign"
    )


@pytest.mark.catalogues
def test_a_post_in_another_language_has_its_numbers_and_dates() -> None:
    said = posts.post(replace(FACTS, count=1157), "de", X)
    assert "1.157 " in said
    assert "13.02.2025" in said


def test_a_post_in_a_language_that_has_a_catalogue_is_said_by_it(catalogue: Catalogues) -> None:
    catalogue(
        {
            posts.TITLED: "«{title}»: {signatories}（{moment} UTC時点）。",
            posts.WHOLE: "{addressee}様「{title}」{signatories}（{moment} UTC時点）。",
            posts.CALL: "{moment} UTCまで署名できます。",
            ("{count} signatory", "{count} signatories"): ("署名{count}件",),
        },
        language="ja",
    )
    assert posts.known("ja") == "ja"
    assert posts.post(replace(FACTS, count=1157), "ja", BLUESKY) == (
        "the Home Secretary様「Keep our backups closed」署名1,157件（2025/02/13, 22:45 UTC時点）。 "
        "2025/02/20, 23:59 UTCまで署名できます。\nhttps://example.org/sign"
    )


def test_one_signatory_is_one() -> None:
    assert ": 1 signatory (" in posts.post(replace(FACTS, count=1), "en", X)


@pytest.mark.catalogues
@pytest.mark.parametrize("language", translation.languages())
@pytest.mark.parametrize("title", ["Short", "Long words " * 18, "日本語の手紙" * 33, "👩‍👩‍👧" * 40, "x" * 200])
def test_every_post_fits_and_keeps_count_time_and_link(language: str, title: str) -> None:
    facts = replace(FACTS, title=title[:200], addressee="The Secretary of State " * 8)
    for network in NETWORKS:
        said = posts.post(facts, language, network)
        assert network.fits(said)
        assert "157" in said
        assert "22:45" in said
        assert said.endswith(facts.link)


def test_what_matters_least_is_left_out_first() -> None:
    long = replace(FACTS, title="Keep our backups closed and our messages private " * 3, addressee="A" * 90)
    assert "You can sign" not in posts.post(long, "en", X)
    longer = replace(FACTS, title="Keep our backups closed " * 8, link="https://example.org/" + "a" * 80)
    said = posts.post(longer, "en", BLUESKY)
    assert "…”: 157 signatories" in said
    assert "to the Home" not in said


def test_posts_are_there_once_a_moderator_wants_them_and_the_letter_is_published(session: Session) -> None:
    makers.participant(session, 1)
    letter = makers.letter(session, parts=[Part.SHARING.value])
    assert makers.refused(sharing.show, session, ANA, NOW, letter.id, nowhere).reason is Reason.NOT_PUBLISHED
    letter.published_at = NOW
    assert sharing.show(session, makers.member(77), NOW, letter.id, nowhere).posts
    letter.parts = []
    assert makers.refused(sharing.show, session, ANA, NOW, letter.id, nowhere).reason is Reason.PART_OFF


@pytest.mark.catalogues
def test_they_come_in_the_letters_languages_and_say_which_are_missing(session: Session) -> None:
    letter = makers.letter(session, parts=[Part.SHARING.value], published_at=NOW, contact="office@example.org")
    for language in ("fr", "pt-br", "fi"):
        texts.write(session, MODERATOR, NOW, letter.id, f"Texte {language}", language)
    sheet = sharing.show(session, ANA, NOW, letter.id, nowhere)
    assert (sheet.language, sheet.languages, sheet.wordless) == ("fr", ("fr", "pt-BR"), ("fi",))
    assert "0 signataire" in sheet.posts[0].text
    assert "0 assinatura" in sharing.show(session, ANA, NOW, letter.id, nowhere, "pt-BR").posts[0].text
    assert "example.org" not in sheet.posts[0].text, "an address is for letters, not for posts"


def test_a_closed_letter_calls_nobody_to_sign(session: Session) -> None:
    letter = makers.letter(session, parts=[Part.SHARING.value], published_at=NOW, state=LetterState.CLOSED)
    makers.signatory(session, letter, "Riverlight")
    [said, *_] = [one.text for one in sharing.show(session, ANA, NOW, letter.id, nowhere).posts]
    assert "1 signatory" in said
    assert "You can sign" not in said


def test_each_text_stands_once_with_the_networks_that_it_fits(session: Session) -> None:
    letter = makers.letter(session, parts=[Part.SHARING.value], published_at=NOW)
    [one] = sharing.show(session, ANA, NOW, letter.id, nowhere).posts
    assert [name for name, _, _ in one.fits] == [network.name for network in NETWORKS]


def test_posts_link_the_letters_page_where_it_is_on_the_web_and_else_the_form(session: Session) -> None:
    makers.server(session)
    form = "https://example.org/form"
    letter = makers.letter(session, parts=[Part.SHARING.value], published_at=NOW, contact=form)

    def links() -> set[str]:
        sheet = sharing.show(
            session, ANA, NOW, letter.id, lambda letter_id: f"https://page.example/{letter_id}/"
        )
        return {one.text.splitlines()[-1] for one in sheet.posts}

    assert links() == {form}
    session.add(LetterPage(letter_id=letter.id, kept=True))
    session.flush()
    assert links() == {f"https://page.example/{letter.id}/"}
