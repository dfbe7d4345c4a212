"""Which words of a name only say in which form the body is registered."""

import pytest

from models.names import legal_forms, parsing, romanisation


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Larkspur Gesellschaft mit beschränkter Haftung", ("larkspur",)),
        ("UAB Larkspur", ("larkspur",)),
        ("PT Larkspur Tbk", ("larkspur",)),
        ("Larkspur S. de R.L. de C.V.", ("larkspur",)),
        ("Larkspur A/S", ("larkspur",)),
        ("ООО «Ромашка»", ("ромашка",)),
        ("Лоза ЕООД", ("лоза",)),
        ("Ανατολή Α.Ε.", ("ανατολη",)),
        ("شركة النخيل", ("النخيل",)),
        ('גליל ירוק בע"מ', ("גליל", "ירוק")),
        ("株式会社サクラ", ("サクラ",)),
        ("サクラ㈱", ("サクラ",)),
        ("NPO法人森の会", ("森の会",)),
        ("北京青山科技有限公司", ("北京青山科技",)),
        ("㈜푸른하늘", ("푸른하늘",)),
        ("บริษัท ดอกไม้ จำกัด", ("ดอกไม้",)),
        ("შპს მზე", ("მზე",)),
        ("Limited", ("limited",)),
        ("Spa Workers of Larkspur", ("spa", "workers", "of", "larkspur")),
        ("SE Larkspur", ("se", "larkspur")),
    ],
)
def test_forms_are_told_from_the_name_in_front_and_behind(name: str, kept: tuple[str, ...]) -> None:
    text = legal_forms.spaced(romanisation.legible(name))
    tokens = parsing.tokens(text)
    start, end, _ = legal_forms.around(tokens)
    assert tuple(tokens[start:end]) == kept
