"""Legal forms: in which form a body is registered, in many languages and scripts, in front of its name or behind it.

Short forms of companies are those of cleanco; what it lacks is here. Pure functions.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from cleanco import termdata

from models.names import romanisation, vocabulary

_SAME = """
gmbh, gesellschaft mit beschränkter haftung, gesellschaft m.b.h., ges.m.b.h., mbh
ggmbh, gemeinnützige gesellschaft mit beschränkter haftung, gemeinnützige gmbh
ug, unternehmergesellschaft, ug haftungsbeschränkt, unternehmergesellschaft haftungsbeschränkt
ag, aktiengesellschaft
kg, kommanditgesellschaft
kgaa, kommanditgesellschaft auf aktien
ohg, offene handelsgesellschaft
gbr, gesellschaft bürgerlichen rechts
ev, eingetragener verein
eg, eingetragene genossenschaft
ltd, limited, limited company, company limited, co. ltd., co. limited
pltd, private limited, private limited company, pvt. ltd., pvt. limited, pte. ltd., pty. ltd., pty. limited, (p) ltd.
plc, public limited company
llc, limited liability company, l.l.c.
llp, limited liability partnership
lp, limited partnership
inc, incorporated
corp, corporation
co, company, and company, and co., & co.
cic, community interest company
cio, charitable incorporated organisation
sa, société anonyme, sociedad anónima, sociedade anónima, sociedade anônima, societate pe acțiuni
sas, société par actions simplifiée, sociedad por acciones simplificada
sarl, société à responsabilité limitée, s.à r.l., sàrl
srl, società a responsabilità limitata, sociedad de responsabilidad limitada, societate cu răspundere limitată
spa, società per azioni, sociedad por acciones
sl, sociedad limitada
s.a. de c.v., sociedad anónima de capital variable
s. de r.l. de c.v., s. de r.l., sociedad de responsabilidad limitada de capital variable
ac, asociación civil
lda, limitada
ltda, sociedade limitada
ltee, limitée
asbl, association sans but lucratif
aisbl, association internationale sans but lucratif
association loi 1901, association loi de 1901, association (loi 1901)
vzw, vereniging zonder winstoogmerk
bv, besloten vennootschap
nv, naamloze vennootschap
ab, aktiebolag, publ
as, aksjeselskap, aktieselskab, aktsiaselts, a/s
aps, anpartsselskab
oy, osakeyhtiö, oy ab
oyj, julkinen osakeyhtiö
ry, rekisteröity yhdistys
ou, osaühing
mtu, mittetulundusühing
sia, sabiedrība ar ierobežotu atbildību
uab, uždaroji akcinė bendrovė
vsi, viešoji įstaiga
spzoo, spółka z ograniczoną odpowiedzialnością, sp. z o.o.
spółka akcyjna
sro, spol. s r.o., společnost s ručením omezeným, spoločnosť s ručením obmedzeným
zs, z.s., zapsaný spolek
kft, korlátolt felelősségű társaság
zrt, zártkörűen működő részvénytársaság
nyrt, nyilvánosan működő részvénytársaság
doo, društvo s ograničenom odgovornošću, društvo sa ograničenom odgovornošću, družba z omejeno odgovornostjo, д.о.о.
a.d., ад, а.д.
shpk, sh.p.k.
anonim şirketi, a.ş.
ltdsti, limited şirketi, ltd. şti.
pt, perseroan terbatas
tbk, tbk., persero
bhd, berhad
sdnbhd, sdn. bhd., sendirian berhad
jsc, joint stock company
pjsc, public joint stock company
ojsc, open joint stock company
cjsc, closed joint stock company
ооо, ooo, общество с ограниченной ответственностью
зао, zao, закрытое акционерное общество
оао, oao, открытое акционерное общество
пао, pao, публичное акционерное общество
ао, акционерное общество
ано, ano, автономная некоммерческая организация
нко, nko, некоммерческая организация
роо, региональная общественная организация
ип, индивидуальный предприниматель
тов, tov, товариство з обмеженою відповідальністю
го, громадська організація
бо, благодійна організація
пат, приватне акціонерне товариство
еоод, eood
оод, ood, дружество с ограничена отговорност
еад
дооел, dooel
тоо, жшс
ххк, xxk
αε, α.ε., ανώνυμη εταιρεία
επε, ε.π.ε., εταιρεία περιορισμένης ευθύνης
ικε, ι.κ.ε.
αμκε, α.μ.κ.ε., αστική μη κερδοσκοπική εταιρεία
شركة, sharikat, sharika, شرکت, sherkat
شركة مساهمة, ش.م.ع, ش.م.م, ذ.م.م
المحدودة, محدودة, ذات مسؤولية محدودة
בע"מ, בעמ
ע"ר, ער
חל"צ
შპს
სს
აიპ, ა(ა)იპ
ՍՊԸ
ԲԲԸ, ՓԲԸ
प्राइवेट लिमिटेड, प्रा. लि., प्रा. लि, लिमिटेड
লিমিটেড
kabushiki kaisha, kabushiki gaisha
yugen kaisha, yugen gaisha
jusik hoesa, chusik hoesa
youxian gongsi, youxian zeren gongsi, gufen youxian gongsi
"""
"""One form a line, in its several spellings."""

_EAST_ASIAN = vocabulary.words("""
株式会社 株式會社 有限会社 合同会社 合資会社 合名会社
一般社団法人 一般財団法人 公益社団法人 公益財団法人 社団法人 財団法人
特定非営利活動法人 認定npo法人 npo法人 学校法人 社会福祉法人 医療法人 宗教法人 独立行政法人 国立大学法人
股份有限公司 有限责任公司 有限責任公司 有限公司 財團法人 社團法人 财团法人 社团法人
주식회사 유한회사 유한책임회사 사단법인 재단법인 사회복지법인 학교법인 의료법인
บริษัท จำกัด มหาชน ห้างหุ้นส่วนจำกัด ห้างหุ้นส่วน
""")
_SHORT = {
    "株": "株式会社", "有": "有限会社", "合": "合同会社", "社": "社団法人", "財": "財団法人",
    "公財": "公益財団法人", "公社": "公益社団法人", "一社": "一般社団法人", "一財": "一般財団法人",
    "特非": "特定非営利活動法人", "学": "学校法人", "福": "社会福祉法人", "npo": "npo法人",
    "주": "주식회사", "유": "유한회사", "사": "사단법인", "재": "재단법인", "มหาชน": "มหาชน", "有限": "有限公司",
}  # fmt: skip
_CALLED_ALIKE = {"npo法人": "特定非営利活動法人", "認定npo法人": "特定非営利活動法人", "株式會社": "株式会社"}
_IN_BRACKETS = re.compile(rf"\(({'|'.join(_SHORT)})\)", re.IGNORECASE)
_LONGEST_FIRST = "|".join(sorted(_EAST_ASIAN, key=len, reverse=True))
_AT_AN_END = re.compile(rf"^\s*({_LONGEST_FIRST})|({_LONGEST_FIRST})\s*$", re.IGNORECASE)

_IN_FRONT = vocabulary.words(
    """
    uab sia vsi mtu pt ab as oy ooo zao oao pao ano nko tov ood eood doo dooel xxk shpk asbl aisbl vzw sharikat
    sharika sherkat
    """
)
"""Short forms in Latin letters that are in front of names. Of longer ones and in other letters all may."""
_NO_FORMS = vocabulary.words(
    """
    a at da dat et etat uk us ok nl ps fa hf sm sp gp ee ei em pp ep fcp sem sal ad as ky ay nuf bl ba bm pt ent coop
    cooperative teo cpt is gs ks sd kd kt vat xk xt qk aj ud stg og ij mb ik jv sf rt kv ec koop psu pse eu ca se ses
    sep sad sae ska fie ans ss od oe kb hb dd cv unlimited unltd ultd
    """
)
"""What cleanco holds for a form, and is rather a word or a country in a body's name."""


def spaced(text: str) -> str:
    """A legible text in which forms of East Asian scripts are apart; short ones in brackets are written out."""
    text = _IN_BRACKETS.sub(lambda found: f" {_SHORT[found[1].casefold()]} ", text)
    for _ in range(2):  # one in front, one behind
        text = _AT_AN_END.sub(lambda found: f" {(found[1] or found[2]).casefold()} ", text.strip())
    return text


def around(tokens: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    """Where the name itself begins and ends among its tokens, and which forms stand around it. There is always
    something between them: a body may be called like a form."""
    start, end = 0, len(tokens)
    found = []
    in_front, behind = _forms()
    while end - start > 1:
        if size := in_front.size(tokens, start, end, front=True):
            start += size
            found.append(in_front.known[tuple(tokens[start - size : start])])
        elif size := behind.size(tokens, start, end, front=False):
            end -= size
            found.append(behind.known[tuple(tokens[end : end + size])])
        else:
            break
    return start, end, tuple(sorted(found))


def stands_in_front(token: str) -> bool:
    """Whether one token is a form that is in front of a name, such as "PT"."""
    return (token,) in _forms()[0].known


class _Forms:
    """Forms as tokens, each with what it is called."""

    def __init__(self, known: dict[tuple[str, ...], str]) -> None:
        self.known = known
        self._longest = {
            front: _longest((phrase if front else phrase[::-1]) for phrase in known) for front in (True, False)
        }

    def size(self, tokens: Sequence[str], start: int, end: int, *, front: bool) -> int:
        """How many tokens of this end are a form, the most that are; always fewer than all."""
        most = self._longest[front].get(tokens[start if front else end - 1], 0)
        for size in range(min(most, end - start - 1), 0, -1):
            if tuple(tokens[start : start + size] if front else tokens[end - size : end]) in self.known:
                return size
        return 0


def _longest(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The length of the longest phrase that begins with each token."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


def _phrase(form: str) -> tuple[str, ...]:
    return tuple(romanisation.tokens(romanisation.joined(romanisation.legible(form))))


@cache
def _forms() -> tuple[_Forms, _Forms]:
    """Those that may be in front, and those that may be behind: all, with those of cleanco."""
    known: dict[tuple[str, ...], str] = {}
    for form in _EAST_ASIAN:
        known[_phrase(form)] = _CALLED_ALIKE.get(form, form)
    for line in _SAME.strip().splitlines():
        spelt = line.split(", ")
        for one in spelt:
            known.setdefault(_phrase(one), spelt[0])
    behind = dict(known)
    for terms in (*termdata.terms_by_type.values(), *termdata.terms_by_country.values()):
        for term in terms:
            phrase = _phrase(term)
            if phrase and "".join(phrase).isalnum() and _NO_FORMS.isdisjoint(phrase):
                behind.setdefault(phrase, "".join(phrase))
    in_front = {
        phrase: called
        for phrase, called in known.items()
        if len(phrase) > 1 or not phrase[0].isascii() or phrase[0] in _IN_FRONT
    }
    return _Forms(in_front), _Forms(behind)
