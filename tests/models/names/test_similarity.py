"""Which names may mean the same body, and why; which may not."""

from pathlib import Path

import pytest

from benchmarks import names as benchmark
from models.names import blocking, matcher, romanisation, similarity
from models.terms import Kind, Like


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Attac Norway", "ATTAC  Norway", Like.SAME),
        ("Aztlan Media", "Áztlan Media", Like.SPELLING),
        ("Women & Work", "Women and Work", Like.SPELLING),
        ("Centre for Press Freedom", "Center for Press Freedom", Like.SPELLING),
        ("Harbour Watch", "Harbour Wacth", Like.SPELLING),
        ("Hearing Care, Inc.", "The Hearing Care LLC", Like.LEGAL_FORM),
        ("Stichting Vrije Pers", "Vrije Pers", Like.LEGAL_FORM),
        ("Rivers Network Kenya", "Kenya Rivers Network", Like.ORDER),
        ("Правозащитный центр", "Pravozashchitnyi tsentr", Like.TRANSLITERATION),
        ("EFF", "Electronic Frontier Foundation", Like.ACRONYM),
        ("FEMNET - African Women's Network", "Réseau des femmes (FEMNET)", Like.ACRONYM),
        ("Bread for the World, Germany", "Bread for the World", Like.PLACE),
        ("Bread for the World (Germany)", "Bread for the World", Like.PLACE),
        ("Germany Bread for the World", "Bread for the World (Germany)", Like.ORDER),
        ("It's Our Future NZ", "Its Our Future", Like.PLACE),
        ("NSW Nurses' Association", "New South Wales Nurses Association", Like.SPELLING),
        ("Green Peace Ltd", "Greenpeace", Like.SPELLING),
        ("Sahabat Alam (Friends of the Forest)", "Friends of the Forest", Like.SPELLING),
        ("Larkspur Foundation", "Fundacja Larkspur", Like.WORDS),
        ("Red Larkspur de Kenia", "Larkspur Network, Kenya", Like.WORDS),
        ("ONG Larkspur Digital", "Larkspur Digital", Like.LEGAL_FORM),
        ("Köhl AG", "Koehl AG", Like.SPELLING),
        ("UAB Larkspur", "Larkspur", Like.LEGAL_FORM),
        ("PT Larkspur", "Larkspur", Like.LEGAL_FORM),
        ("Larkspur GmbH", "Larkspur Gesellschaft mit beschränkter Haftung", Like.SPELLING),
        ("ООО «Ромашка»", "Ромашка", Like.LEGAL_FORM),
        ("ООО «Ромашка»", "Общество с ограниченной ответственностью «Ромашка»", Like.SPELLING),
        ("주식회사 한빛", "한빛", Like.LEGAL_FORM),
        ("株式会社ヤマト", "㈱ヤマト", Like.SPELLING),
        ("佐々木財団", "佐佐木財団", Like.SPELLING),
        ("中华环保联合会", "中華環保聯合會", Like.SPELLING),
        ("الإنسان للتنمية", "الانسان للتنمية", Like.SPELLING),
        ("Вільна Преса", "Vilna Presa", Like.TRANSLITERATION),
        ("Цветочный рынок", "Cvetochnyi rynok", Like.TRANSLITERATION),
        ("مؤسسة الضمير", "Muassasat al-Damir", Like.TRANSLITERATION),
        ("קול האישה", "Kol HaIsha", Like.TRANSLITERATION),
        ("上海绿色环保中心", "Shanghai Luse Huanbao Zhongxin", Like.TRANSLITERATION),
        ("राष्ट्रीय युवा संगठन", "Rashtriya Yuva Sangathan", Like.TRANSLITERATION),
        ("شركة النور المحدودة", "النور", Like.LEGAL_FORM),
        ("СОРЕ", "COPE", Like.LOOKALIKE),
        ("Норе Trust", "Hope Trust", Like.LOOKALIKE),
        ("H0pe Trust", "Hope Trust", Like.LOOKALIKE),
    ],
)
def test_names_that_may_mean_the_same_body_say_why(one: str, other: str, why: Like) -> None:
    assert similarity.compare(one, other) is why
    assert similarity.compare(other, one) is why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jönköping University", "Linköping University"),
        ("University of Geneva", "University of Genoa"),
        ("Swedish Reproducibility Network", "Swiss Reproducibility Network"),
        ("Friends of the River Kassel", "Friends of the River Essen"),
        ("Article 19", "Article 21"),
        ("Friends of the River Scotland", "Friends of the River Wales"),
        ("Institute Suffolk West", "Institute Suffolk East"),
        ("Austrian Science Fund", "Australian Science Fund"),
        ("Comisión Nacional de Enlace (CNE)", "Central Union of Employees (CNE)"),
        ("Medical University of Vienna", "University of Vienna"),
        ("Lake Trust", "Mountain Fund"),
        ("Nova Institute", "Savonia Institute"),
        ("Müller Trust", "Möller Trust"),
        ("شركة الراجحي", "شركة الأهلي"),
        ("山西大学", "陕西大学"),
        ("株式会社ヤマト", "株式会社ミドリ"),
        ("がんばろう会", "かんばろう会"),
        ("Trials Institute (CTRI-Kenya)", "Trials Institute (CTRI-Malawi)"),
        ("Trials Institute (Kenya)", "Trials Institute (Malawi)"),
        ("Harbour Lore Fund (HLF-Kenya)", "Harbour Lore Fund (HLF-Mozambique)"),
        ("A/B Ventures", "Canary Ventures"),
        ("National Council of Midwives", "European Council of Midwives"),
        ("Free Harbour Foundation", "Free Harbour Foundation Europe"),
        ("Щит и право", "Mech i pravo"),
        ("Лига избирательниц Томска", "Liga izbiratelnits Omska"),
        ("Сон", "Coq"),
        ("Room 101", "Room 110"),
    ],
)
def test_names_of_different_bodies_raise_no_warning(one: str, other: str) -> None:
    assert similarity.compare(one, other) is None
    assert similarity.compare(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Dr. Ann Lee", "Ann Lee, PhD", Like.PERSON),
        ("Lee, Ann", "Ann Lee", Like.PERSON),
        ("Nguyen Van An", "An Van Nguyen", Like.ORDER),
        ("A. Lee", "Ann Lee", Like.SPELLING),
        ("Daniel", "Daniel", None),
        ("Ann Maria Lee", "Ann Lee", Like.PERSON),
        ("Ann Do", "Ann Dvm", None),
        ("Анна Ли", "Anna Li", Like.TRANSLITERATION),
        ("Анна Ли", "Ivan Li", None),
        ("Ann Lee", "Ann Leigh", None),
        ("佐々木健一", "佐佐木健一", Like.PERSON),
        ("張偉", "张伟", Like.PERSON),
        ("山田 太郎", "太郎 山田", Like.ORDER),
        ("山西 健", "陕西 健", None),
        ("王伟", "王芳", None),
    ],
)
def test_people_are_told_by_their_names(one: str, other: str, why: Like | None) -> None:
    assert blocking.compare(Kind.INDIVIDUAL, one, other) is why


def test_a_word_that_many_share_says_less() -> None:
    weigh = blocking.rarity(
        1000, {f"w:{romanisation.bones('rivers')}": 300, f"w:{romanisation.bones('haven')}": 1}
    )
    assert weigh("rivers") < weigh("haven") == 1


def test_a_name_of_nothing_but_slight_words_and_an_acronym_is_compared_like_any_other() -> None:
    assert similarity.compare("The (ABC)", "Lake Union (ABC)") is None


def test_a_mark_of_vowels_that_is_alone_is_no_word() -> None:
    assert similarity.compare("aa aa \u094d", "aa aa bb") is Like.WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Правозащитный центр", "Pravozashchitnyi tsentr"),
        ("мир и право", "Mir i Pravo"),
        ("Щит и право", "Schit i Pravo"),
        ("مؤسسة الضمير", "Muassasat al-Damir"),
        ("上海绿色环保中心", "Shanghai Luse Huanbao Zhongxin"),
        ("さくらネットワーク", "Sakura Nettowaku"),
        ("мулл", "mull"),
        ("СОРЕ", "COPE"),
        ("H0pe Trust", "Hope Trust"),
        ("株式会社ヤマト", "㈱ヤマト"),
        ("Köhl AG", "Koehl AG"),
    ],
)
def test_what_is_alike_is_found_among_many_either_way_round(one: str, other: str) -> None:
    others = [f"Harbour {word} {number}" for number, word in enumerate(("Watch", "Fund", "Union") * 50)]
    for known, new in ((one, other), (other, one)):
        names = [(Kind.ORGANISATION, name) for name in (*others, known, new)]
        gathered = matcher.Gathering(names)
        for number, (kind, name) in enumerate(names[:-1]):
            gathered.add(number, kind, name)
        assert [number for number, _ in gathered.find(Kind.ORGANISATION, new)] == [len(others)]


@pytest.mark.parametrize(
    ("file", "warned", "false"),
    [("held-out-pairs.tsv", 0.9, 0.05), ("script-pairs.tsv", 0.95, 0.02), ("kept-pairs.tsv", 0.85, 0.05)],
)
def test_pairs_that_were_written_without_looking_at_the_rules_are_told_well(
    file: str, warned: float, false: float
) -> None:
    figures, _ = benchmark.measured(Path(benchmark.__file__).with_name(file))
    assert min(figures["same_pairs"], figures["different_pairs"]) > 40
    assert figures["same_warned"] >= warned
    assert figures["different_warned"] <= false
