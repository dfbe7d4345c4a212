"""The identity of a signatory: what is a spelling, and what is someone else."""

import pytest

from models.names.identity import Identity, website
from models.refusal import Reason
from models.terms import Kind
from tests.models.makers import refused

ORG, COMPANY, PERSON = Kind.ORGANISATION, Kind.COMPANY, Kind.INDIVIDUAL


def identity(kind: Kind, name: str, detail: str = "") -> Identity:
    return Identity.read(kind, name, "uk", detail)


def test_what_was_typed_is_cleaned() -> None:
    assert identity(ORG, " Access  Now ", "accessnow.org") == Identity(
        ORG, "Access Now", "GB", "https://accessnow.org", ""
    )


def test_the_detail_of_a_person_is_the_affiliation() -> None:
    assert identity(PERSON, "Ada", " MIT ") == Identity(PERSON, "Ada", "GB", "", "MIT")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (identity(ORG, "Attac Norway"), identity(ORG, "ATTAC Norway")),
        (identity(ORG, "Tactical Tehc"), identity(ORG, "Tactical Tech")),
        (identity(ORG, "Proton"), identity(COMPANY, "Proton AG")),
        (identity(ORG, "The Index"), identity(ORG, "Index")),
        (identity(ORG, "AccessNow"), identity(ORG, "Access Now")),
        (identity(ORG, "Réseau Libre"), identity(ORG, "Reseau Libre")),
        (identity(ORG, "Index", "index.example"), identity(ORG, "Index")),
        (identity(ORG, "Index", "www.index.example/en"), identity(ORG, "Index", "index.example")),
        (
            identity(PERSON, "Ada Byron", "Univercity of Leeds"),
            identity(PERSON, "Ada Byron", "University of Leeds"),
        ),
        (identity(PERSON, "Eva Johanson"), identity(PERSON, "Eva Johansson")),
        (identity(PERSON, "Jose Nunez"), identity(PERSON, "José Núñez")),
    ],
)
def test_a_spelling_is_the_same_name(one: Identity, other: Identity) -> None:
    assert one.respells(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (identity(ORG, "Access Now"), identity(ORG, "Article 19")),
        (identity(ORG, "Daniel"), identity(PERSON, "Daniel")),
        (identity(COMPANY, "Proton"), identity(COMPANY, "Protonmail and Friends")),
        (identity(ORG, "Riverlight US"), identity(ORG, "Riverlight UK")),
        (identity(ORG, "Riverlight Wales"), identity(ORG, "Riverlight")),
        (identity(ORG, "Linköping University"), identity(ORG, "Jönköping University")),
        (identity(ORG, "University of York"), identity(ORG, "University of Cork")),
        (identity(ORG, "The And"), identity(ORG, "Of The")),
        (identity(ORG, "Index", "elsewhere.example"), identity(ORG, "Index", "index.example")),
        (identity(PERSON, "Ada Byron", "MIT"), identity(PERSON, "Ada Byron", "ETH")),
        (identity(PERSON, "Ada Byron", "MIT"), identity(PERSON, "Ada Byron")),
        (Identity.read(ORG, "Index", "us", ""), identity(ORG, "Index")),
        # One letter makes another country or town, another person, another word
        (identity(ORG, "Index Iraq"), identity(ORG, "Index Iran")),
        (identity(ORG, "Lawyers of Colombia"), identity(ORG, "Lawyers of Columbia")),
        (identity(ORG, "Friends of Nigeria"), identity(ORG, "Friends of Niger")),
        (identity(ORG, "Refugee Hope"), identity(ORG, "Refugee Home")),
        (identity(PERSON, "Marie Hansen"), identity(PERSON, "Maria Hansen")),
        (identity(PERSON, "Christina Anderson"), identity(PERSON, "Christian Anderson")),
        (identity(PERSON, "Ada Andersen"), identity(PERSON, "Ada Anderson")),
        (identity(COMPANY, "Proton GmbH"), identity(COMPANY, "Proton AG")),
        (identity(ORG, "Index", "pages.example/other"), identity(ORG, "Index", "pages.example/index")),
    ],
)
def test_someone_else_is_no_spelling(one: Identity, other: Identity) -> None:
    assert not one.respells(other)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("example.org", "https://example.org"),
        ("www.example.org/about?x=1", "https://www.example.org/about?x=1"),
        ("http://example.org", "http://example.org"),
        ("bücher.example", "https://bücher.example"),
    ],
)
def test_a_website_is_kept_as_a_whole_address(typed: str, kept: str) -> None:
    assert website(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["n/a", "our site", "javascript:alert(1)", "http://localhost", "a@example.org", "https://u:p@x.org"],
)
def test_what_is_no_website_is_refused(typed: str) -> None:
    refusal = refused(website, typed)
    assert refusal.reason is Reason.BAD_WEBSITE
    assert refusal.values == {"website": typed}
