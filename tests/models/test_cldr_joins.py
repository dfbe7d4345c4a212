"""Between sentences and clauses stands what the reader's language puts there."""

import pytest

from models import cldr
from models.translation import speaking
from tests.languages import Catalogues


@pytest.mark.parametrize(
    ("tag", "sentences", "clauses"),
    [("en", "A. B.", "a; b"), ("fr", "A. B.", "a\u202f; b"), ("ar", "A. B.", "a؛ b"), ("ja", "A.B.", "a；b")],
)
def test_sentences_and_clauses_are_joined_as_the_language_does(
    catalogue: Catalogues, tag: str, sentences: str, clauses: str
) -> None:
    catalogue({}, language=tag)
    with speaking(tag):
        assert cldr.sentences(("A.", "", "B.")) == sentences
        assert cldr.clauses(("a", "", "b")) == clauses
