"""Yes and no as lists write them, in the languages of those who fill in forms."""

from models.strings import folding


def _words(text: str) -> frozenset[str]:
    return frozenset(folding.SEARCH(word) for word in text.split())


_YES = _words(
    """
    y yes yeah yep ja oui si sí sì sim tak ano áno igen da да так evet bəli kyllä joo jah jā taip já po ναι نعم
    بله بلی כן ہاں हाँ हां হ্যাঁ ya có ใช่ はい 是 同意 예 네 დიახ այո ndiyo oo true 1 x ok okay agree
    agreed accept accepted
    approved granted einverstanden accord accepté acepto aceito accetto akkoord zgoda souhlasím súhlasím
    souhlas согласен согласна kabul
    onay bai
    """
)
_NO = _words(
    """
    n no nope nein non não nao nie ne nem nu не нет ні hayır xeyr ei nē nei nej όχι لا نه خیر לא نہیں नहीं না tidak
    không ไม่ いいえ 否 不同意 不 아니요 아니오 არა ոչ hapana hindi false 0 ez declined refuse refused disagree
    """
)
_TICKED, _CROSSED = frozenset("✓✔☑✅"), frozenset("✗✘☐❌")
_TAKE = _words("take import accept include another")
_LEAVE = _words("skip drop leave exclude refuse")


def decision(text: str) -> bool | None:
    """What a coordinator wrote beside a row: take it all the same, leave it out, or nothing that can be read."""
    plain = folding.SEARCH(text)
    if plain in _TAKE or plain in _LEAVE:
        return plain in _TAKE
    return _whole(plain)


def consent(text: str) -> bool | None:
    """Whether an answer agrees: by the whole of it, or by its first word ("Yes, you may", "I do not agree")."""
    plain = folding.SEARCH(text)
    if text.strip() in _TICKED | _CROSSED:
        return text.strip() in _TICKED
    whole = _whole(plain)
    if whole is not None or not plain:
        return whole
    words = plain.split()
    first = words[1] if words[0] == "i" and len(words) > 1 else words[0]
    if first in ("do", "dont", "don't", "cannot") or "not" in words[:3]:
        return False
    return _whole(first) if first not in ("x", "n", "y", "1", "0") else None


def _whole(plain: str) -> bool | None:
    return True if plain in _YES else False if plain in _NO else None
