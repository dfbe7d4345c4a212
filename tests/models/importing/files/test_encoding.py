"""Encodings: the old ones are told by the words, countries and headings that each makes of the bytes."""

import pytest

from models.importing import files
from models.importing.columns.listing import Ambiguity
from models.importing.columns.reading import ListReading
from models.importing.files import encoding

LISTS = {
    "cs": ("cp1250 iso8859_2 mac_latin2 cp852", "Lidé v pohybu|Děti Země|Člověk v tísni|Žít spolu"),
    "sk": ("cp1250", "Ľudia ľuďom|Združenie pre pôdu|Nadácia Škola dokorán"),
    "pl": ("cp1250 iso8859_2 cp852", "Związek Żeglarzy|Łódzkie Towarzystwo|Źródło Nadziei"),
    "hu": ("cp1250", "Társaság a jogokért|Nők együtt|Őrség Kör|Tűzoltók Szövetsége"),
    "ro": ("cp1250", "Asociaţia Pro Democraţia|Fundaţia pentru copii|Şansă pentru toţi"),
    "hr": ("cp1250", "Ženska mreža|Zaštita životinja|Društvo Šibenik"),
    "tr": ("cp1254 mac_turkish", "İstanbul Kadın Vakfı|Çağdaş Yaşam|Doğa Derneği|Şehir ve Yaşam"),
    "lt": ("cp1257", "Žmogaus teisių institutas|Moterų centras|Ąžuolo draugija"),
    "lv": ("cp1257", "Sieviešu tiesību institūts|Zaļā brīvība|Ģimenes atbalsts"),
    "et": ("cp1257", "Eesti Inimõiguste Keskus|Noorte Ühendus|Õiguse Ühing"),
    "fr": ("cp1252 mac_roman", "Société écologique|Génération Forêt|L’Œuvre sociale"),
    "de": ("cp1252", "Bündnis Grüne Wüste|Ärzte der Welt|Straßenkinder e. V."),
    "pt": ("cp1252 mac_roman", "Associação Amanhã|Fundação São João|Ação Educativa"),
    "is": ("cp1252", "Þjóðarsamtök|Félag öryrkja|Mannréttindi Ísland"),
    "ru": ("cp1251 koi8_r mac_cyrillic cp866", "Правозащитный центр|Комитет против пыток"),
    "uk": ("cp1251", "Громадська спілка|Захист прав жінок|Єдність і сила"),
    "el": ("cp1253 iso8859_7", "Σύλλογος Γυναικών|Δίκτυο για το Κλίμα"),
    "he": ("cp1255", "עמותת זכויות|מרכז השלום"),
    "ar": ("cp1256", "جمعية حقوق الانسان|شبكة النساء"),
    "th": ("cp874", "มูลนิธิเพื่อผู้บริโภค|สมาคมสตรี"),
    "ja": ("cp932 euc_jp", "日本消費者連盟|市民ネットワーク"),
    "zh": ("gb18030", "中国环境协会|公益发展研究所"),
    "zh_Hant": ("cp950", "台灣人權促進會|環境保護聯盟"),
    "ko": ("cp949", "참여연대|한국여성단체"),
}
SAVED = [(name, text) for names, text in LISTS.values() for name in names.split()]


@pytest.mark.parametrize(("name", "text"), SAVED)
def test_a_short_list_is_read_in_the_encoding_in_which_it_was_saved(name: str, text: str) -> None:
    written = text.replace("|", "\n") + "\n"
    assert encoding.decode(written.encode(name))[0][1] == written


def test_two_readings_that_are_near_to_each_other_are_both_shown() -> None:
    found = ListReading(files.read("x.txt", "Frank Bold\nDěti Země\nŽivot\n".encode("cp852")))
    near = files.read("x.txt", b"Alpha\nB\x94ta\nGamma\n")  # "Böta" of DOS, "B”ta" of Windows, "Bîta" of a Mac
    assert found.entries()[1].name == "Děti Země"
    assert [way.way for way in near.others] == [] or near.way is not None
    if near.others:
        assert near.way is not None
        assert near.way[0] is Ambiguity.ENCODING
