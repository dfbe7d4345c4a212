"""Each catalogue can be used as it is, and what a program can see is seen."""

import re

import pytest
from babel.messages.catalog import Catalog

from locales import catalogues, checks
from locales.__main__ import main

pytestmark = pytest.mark.catalogues


@pytest.mark.parametrize("tag", catalogues.languages())
def test_a_catalogue_says_what_the_code_says_and_nothing_in_it_is_broken(tag: str, template: Catalog) -> None:
    assert list(checks.problems(tag, catalogues.read(tag), template)) == []


def test_the_code_is_read_for_its_sentences_with_the_comments_for_translators(template: Catalog) -> None:
    message = template.get("{day}, {time}")
    assert message is not None
    assert message.auto_comments == ["a date, then the time of day. Swap or join them as your language does."]
    assert [file for file, _line in message.locations] == ["models/cldr.py"]


def test_every_comment_for_translators_reaches_the_catalogue(template: Catalog) -> None:
    comments = {one for message in catalogues.sentences(template) for one in message.auto_comments}
    written = {
        f"{file.relative_to(catalogues.ROOT)}: {found}"
        for folder in ("cogs", "models")
        for file in (catalogues.ROOT / folder).rglob("*.py")
        for found in re.findall(r"# Translators: (.*)", file.read_text(encoding="utf-8"))
        if not any(found.strip() in one for one in comments)
    }
    assert written == set()


@pytest.mark.parametrize(
    ("english", "translated", "fault"),
    [
        ("Proposed by {who}", "Proposé par {qui}", "holds the values"),
        ("Proposed by {who}", "Proposé", "holds the values"),
        ("Proposed by {who}", "Proposé par {who.__class__}", "holds the values"),
        ("Proposed by {who}", "Proposé par {who!r}", "holds the values"),
        ("Proposed by {who}", "Proposé par {who", "broken brace"),
        ("**Saved**", "Enregistré", "differs in markup"),
        ("Run /setup first", "Lancez /installation", "names other commands"),
        ("Save it", "Save it", "the same as in English"),
        ("A title", "Un titre qui est beaucoup trop long pour un bouton", "45 are allowed"),
        ("Saved: {name}", "Enregistré\u00a0 : {name}", "two spaces"),
        ("Saved", "Enregistré", ""),
        ("Run /setup first, {who}", "{who}, lancez d'abord /setup", ""),
        ("{day}, {time}", "{day}, {time}", ""),
    ],
)
def test_what_a_program_can_see_in_a_translation_is_reported(english: str, translated: str, fault: str) -> None:
    template, catalogue = Catalog(), Catalog("fr")
    template.add(english, auto_comments=["at most 45 characters"])
    catalogue.add(english, translated)
    found = list(checks.problems("fr", catalogue, template))
    assert (fault in "\n".join(found)) if fault else found == []
    assert bool(found) is bool(fault)


@pytest.mark.parametrize(
    ("forms", "fault"),
    [
        (("jeden głos", "{count} głosy", "{count} głosów"), ""),
        (("{count} głos", "{count} głosy"), "2 plural forms"),
        (("{count} głos", "{liczba} głosy", "{count} głosów"), "holds the values"),
    ],
)
def test_a_plural_has_the_forms_of_its_language(forms: tuple[str, ...], fault: str) -> None:
    template, catalogue = Catalog(), Catalog("pl")
    template.add(("{count} vote", "{count} votes"))
    catalogue.add(("{count} vote", "{count} votes"), forms)
    found = "\n".join(checks.problems("pl", catalogue, template))
    assert fault in found
    assert bool(found) is bool(fault)


def test_a_sentence_that_is_new_or_no_longer_said_is_reported() -> None:
    template, catalogue = Catalog(), Catalog("fr")
    template.add("New")
    catalogue.add("Old", "Vieux")
    assert list(checks.problems("fr", catalogue, template)) == [
        "fr: isn't in the catalogue: 'New' (python -m locales update)",
        "fr: is no longer said: 'Old' (python -m locales update)",
    ]


def test_a_language_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "klingonese"])
    assert "isn't a language" in capsys.readouterr().err
