"""Answers about signing and printing: a name that said no is never accepted, one that said yes never refused, and what
nobody can tell is for a moderator."""

import pytest

from cogs.ui import findings
from models.importing import assessment, files
from models.importing.columns.listing import Role
from models.importing.columns.reading import ListReading
from models.sheets.batches import Judged

HELD_BACK = """
Private|No|Yes
Private|No thanks|Yes please
Private||●
Private|Public|Private
optOut|false|true
Désinscrit|non|oui
匿名希望||○
Private?|n|y
Secret|false|true
Keep secret?|0|1
Internal only|no|yes
Withdrawn|No|Yes
Withdrew?|no|✅
Has this organisation withdrawn?|No|Yes
Declined|No|Yes
Declined to be listed|no|yes
Unsubscribed|no|yes
Removed?||Yes
Please remove us|no|yes
Withheld|no|yes
Should your name be withheld?|no|yes
Opted out|no|x
Hidden|no|TRUE
Consent withdrawn|no|yes
Consent refused|no|yes
Consent revoked|no|yes
Against publication|no|yes
Stop publishing our name|no|yes
Brak zgody|nie|tak
Einwilligung widerrufen|nein|ja
Not to be named|no|yes
Rather not be mentioned|no|yes
Name not for publication||yes
Anonymous signature|❌|✔️
Privat|nein|ja
Zurückgezogen|nein|ja
Abgelehnt|nein|ja
Möchten Sie nicht genannt werden?|nein|ja
Soll der Name nicht erscheinen?|nein|ja
Privé|non|oui
Retiré|non|oui
Confidentiel|non|oui
Ne pas citer|non|oui
Privado|no|sí
Retirada|no|sí
Privato|no|sì
Ritirato|no|sì
Particular privado|no|sí
Retirado|não|sim
Wilt u niet genoemd worden?|nee|ja
Anoniem blijven?|nee|ja
Liever niet met naam|nee|ja
Naam niet publiceren|nee|ja
Afgemeld||ja
Ingetrokken|nee|ja
Prywatne|nie|tak
Wycofane|nie|tak
Nie chcę być wymieniony|nie|tak
Staženo|ne|ano
Visszavont|nem|igen
Retras|nu|da
Не публікувати|ні|так
Отозвано|нет|да
Приватно|ні|так
Оттеглено|не|да
Εμπιστευτικό|όχι|ναι
Gizli|hayır|evet
Salainen|ei|kyllä
Hemlig|nej|ja
Fortrolig|nei|ja
سري|لا|نعم
Nesouhlasím se zveřejněním|ne|ano
非公開|いいえ|はい
公開しない|いいえ|はい
不公开|否|是
비공개|아니요|예
"""
UNKNOWN = """
Zxcvb|No|Yes
Member of coalition?|no|yes
Is this a pseudonym?|no|yes
Response|❌|✅
Attended in 2019|n|y
Column A|false|true
Flag|0|1
Flag|nein|ja
Not anonymous|no|yes
I do not want to stay anonymous|no|yes
Public or private?|no|yes
Mitglied|n|j
Membre|non|oui
Lid van de coalitie|nee|ja
Członek|nie|tak
会員|いいえ|はい
عضو|لا|نعم
E-mail confirmed|no|yes
Private company|no|yes
Private sector?|no|yes
Internal member|no|yes
Anonymous donor|no|yes
Refused visa|no|yes
Hidden disability|no|yes
Entreprise privée|non|oui
Empresa privada|no|sí
"""
SIGNED = """
Agrees|✅|❌
Signed?|✅|❌
Signed?|✔️|✗
Signed?|x|
Signed?|1|0
Signature|Signed|Not signed
Signature|Signed|Declined
Status|Confirmed|Withdrew
Status|Signed|Pending
Status|confirmed|awaiting reply
Reply|Unterschrieben|Abgelehnt
Réponse|Signé|Refusé
Statut|Signé|Refusé
Estado|Firmado|Rechazado
Stato|Firmato|Ritirato
Stand|getekend|afgewezen
Stav|podepsáno|odmítnuto
Статус|подписано|отказ
How should we list you?|With our name|Anonymously
How should we list you?|With our name|Do not list us
Date signed|3 March 2027|not yet
Date signed|2027-03-03|declined
Datum|3.3.2027|abgelehnt
Mag uw naam worden vermeld?|ja|nee
Mogen wij uw naam noemen?|ja|nee
May we print your name?|👍|👎
掲載可否|○|×
Confirmed|Yes|Not sure
Comments|Great letter|please remove us
Remarks|Thanks|do not publish our name
Sign the letter?|Yes|No reply
Consent|Given|Revoked
Consent|yes|on the phone
Einwilligung|erteilt|widerrufen
Notes|Great|asked to be removed
Remark|Great|has withdrawn its signature
Supports|Y|N
Visibility|visible|hidden
"""


UNSEEN = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def judged(text: str, name: str = "form.csv") -> list[Judged]:
    return assessment.judge(ListReading(files.read(name, text.encode())).entries())


def verdicts(text: str, name: str = "form.csv") -> str:
    return "".join(one.verdict.value[0] for one in judged(text, name))


def answered(line: str, *, consent: bool = False) -> str:
    """A list with both answers under the heading, beside a yes to printing or alone."""
    heading, first, second = line.split("|")
    more = (";May we print your name?", ";Yes") if consent else ("", "")
    rows = "".join(
        f"{name} Network{more[1]};{said}\n"
        for name, said in (("Alpha", first), ("Beta", second), ("Gamma", first))
    )
    return f"Organisation{more[0]};{heading}\n{rows}"


@pytest.mark.parametrize("line", HELD_BACK.strip().splitlines())
@pytest.mark.parametrize("consent", [False, True])
def test_a_yes_to_staying_off_the_list_is_never_consent_and_a_no_never_a_refusal(
    line: str, consent: bool
) -> None:
    first, second, _ = list(verdicts(answered(line, consent=consent)))
    assert second in "rd"
    assert first in "ad"


def test_most_of_these_headings_are_understood() -> None:
    understood = [line for line in HELD_BACK.strip().splitlines() if verdicts(answered(line)) == "ara"]
    assert len(understood) > 55


@pytest.mark.parametrize("line", UNKNOWN.strip().splitlines())
@pytest.mark.parametrize("consent", [False, True])
def test_yes_and_no_under_an_unknown_heading_are_for_a_moderator_who_reads_which_column(
    line: str, consent: bool
) -> None:
    found = judged(answered(line, consent=consent))
    heading, _, second = line.split("|")
    assert {one.verdict.value for one in found} == {"doubtful"}
    said = f"I can't tell what “{second}” under “{heading}” means for printing the name, so say what that column holds"
    assert findings.reason(found[1]).translate(UNSEEN).startswith(said)


@pytest.mark.parametrize("line", SIGNED.strip().splitlines())
def test_words_and_marks_of_an_answer_count_wherever_they_stand(line: str) -> None:
    first, second, third = list(verdicts(answered(line)))
    assert (first, third) == ("a", "a")
    assert second in "rd"


def test_one_no_of_several_is_enough() -> None:
    assert verdicts("Org;Signing;Display name on website\nAlpha;Y;N\nBeta;Y;Y\nGamma;N;Y\n") == "rar"


def test_a_status_beside_a_consent_counts_too() -> None:
    rows = "Alpha;No;Signed\nBeta;Yes;Signed\nGamma;No;Declined\nDelta;No;Pending\nEpsilon;No;Withdrawn\n"
    assert verdicts(f"Org name;Keep our name confidential;Status\n{rows}") == "arrdr"


@pytest.mark.parametrize(
    "heading",
    [
        "Newsletter", "May we send you our newsletter?", "Send me updates", "Logo", "Gender", "Mailing list",
        "Opt out of newsletter", "Removed from mailing list", "Delete my phone number after",
    ],
)  # fmt: skip
def test_what_a_form_asks_besides_says_nothing_of_the_name(heading: str) -> None:
    assert verdicts(f"Organisation;{heading}\nAlpha;no\nBeta;yes\n") == "aa"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Number of members", "1 1 20"),
        ("Type", "Public Private Public"),
        ("Sector", "Private Private Public"),
        ("Size", "S S M"),
        ("Country", "NO NO SE"),
        ("Members", "100 0 1"),
        ("Date", "2027-01-02 2027-01-03 2027-01-04"),
        ("Newsletter", "Unsubscribed Unsubscribed yes"),
        ("Landcode", "NO SE DK"),
        ("Affiliation", "No|Borders Lab|One Yes|Scotland"),
        ("Coalition", "No|Coal Clean|Air No|Coal"),
    ],
)
def test_what_only_looks_like_an_answer_is_none(heading: str, cells: str) -> None:
    rows = "".join(
        f"{name} Network;{cell.replace('|', ' ')}\n"
        for name, cell in zip(("Alpha", "Beta", "Gamma"), cells.split(), strict=True)
    )
    assert verdicts(f"Organisation;{heading}\n{rows}") == "aaa"


@pytest.mark.parametrize(
    "behind",
    [
        " ✗", " ❌", " – NO", " - declined", " (not confirmed)", " – will confirm by Friday", " (withdrawn)", ": no",
        " (NOT SIGNING)", ", declined", " - pending", " (tbc)", " – nein", " (refusé)", " – нет", " (abgelehnt)",
        " - nog niet", " (retirado)", " ✖️", " – awaiting board", " (辞退)", " – not yet", " (no)", " | declined",
        " (declined, 3 May)",        " (has not signed)", " – does not want to be named", " ⏳", " (?)",
        " – hat abgelehnt", " – *declined*",
        " ... refused", " – no, sorry", " DECLINED", " – wants to be anonymous",
    ],
)  # fmt: skip
def test_a_no_behind_a_name_is_looked_at(behind: str) -> None:
    text = f"Alpha Network (Kenya)\nBeta Forum (Uganda){behind}\nGamma House (Kenya) ✓\nDelta Trust (Kenya)\n"
    found = judged(text, "list.txt")
    assert [one.verdict.value for one in found] == ["accepted", "doubtful", "accepted", "accepted"]
    assert findings.reason(found[1]).startswith("it's not clear if the name may be printed: ")


@pytest.mark.parametrize("heading", ["Signatories", "Individuals", "Organisations"])
def test_a_no_behind_a_name_on_a_page_counts_for_that_name(heading: str) -> None:
    lines = "- **Ana Roy** – Lab One\n- **Luis Gil** – declined\n- Eva Kay (pending)\n- Tom Hall\n"
    first, second, third, fourth = list(verdicts(f"# {heading}\n\n{lines}", "list.md"))
    assert (first, fourth) == ("a", "a")
    assert second in "rd"
    assert third in "rd"


def test_a_mark_before_a_name_is_looked_at() -> None:
    assert verdicts("✅ Alpha Network\n❌ Beta Forum\n✅ Gamma House\n", "list.txt")[1] == "d"


@pytest.mark.parametrize(
    "name",
    ["Say No", "No Means No", "Vote Yes on 5", "Forum – Private Sector", "Peace Now - Kenya", "Club No. 5"],
)
def test_a_name_that_ends_in_such_a_word_is_a_name(name: str) -> None:
    assert verdicts(f"{name}\nAlpha Network\nBeta Forum\n", "list.txt") == "aaa"


def test_an_unknown_column_counts_as_whoever_imports_says() -> None:
    found = ListReading(files.read("form.csv", b"Organisation;Zxcvb\nAlpha;Yes\nBeta;No\n"))

    def now(read: ListReading) -> list[str]:
        return [one.verdict.value for one in assessment.judge(read.entries())]

    assert now(found) == ["doubtful", "doubtful"]
    assert now(found.changing(1, Role.CONSENT)) == ["accepted", "refused"]
    assert now(found.changing(1, Role.NOTE)) == ["accepted", "accepted"]
    assert now(found.changing(1, None)) == ["accepted", "accepted"]
    assert now(found.changing(1, None).changing(1, Role.CONSENT)) == ["accepted", "refused"]


def test_a_table_without_headings_is_no_reason_to_leave_answers_out() -> None:
    assert verdicts("Alpha Network,yes\nBeta Forum,no\nGamma House,yes\nDelta Trust,yes\n") == "dddd"


def test_a_marked_file_that_comes_back_leaves_unclear_what_was_unclear() -> None:
    marked = findings.marked(judged("Organisation;No objections known\nAlpha;Yes\nBeta;No\n"))
    found = assessment.judge(ListReading(files.read("import-marked.csv", marked)).entries())
    assert [one.verdict.value for one in found] == ["doubtful", "doubtful"]
