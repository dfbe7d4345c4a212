"""What is no answer to who agreed: asked about again, and nothing else."""

import pytest

from models.consents import unanswered


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "nobody",
            "Nobody yet.",
            "not yet, I will ask next week",
            "Not yet. Will ask.",
            "Ana Roy (not yet)",
            "?",
        ),
        *(
            "—",
            "n/a",
            "TBC",
            "noch nicht",
            "personne",
            "pas encore, je demanderai",
            "todavía no",
            "non ancora",
            "ainda não",
        ),
        *("nog niet", "jeszcze nie", "henüz değil", "ще ні", "ليس بعد", "まだです", "未定"),
        *("n.a.", "tba", "Awaiting…", "refused", "no consent", "We'll ask", "i'll ask them tomorrow"),
        *(
            "keine Zustimmung",
            "refusé",
            "odmowa",
            "onay yok",
            "同意なし",
            "No, not yet",
            "Ich frage noch nach.",
        ),
    ],
)
def test_nobody_agreed_yet(typed: str) -> None:
    assert unanswered.is_no_answer(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Ana Roy, director",
            "Nobody Knows Collective's chair",
            "By phone, yesterday",
            "E-mail",
            "Ana",
            "電話で確認",
        ),
        *(
            "No. 5 Branch committee",
            "She agreed, but has not yet sent the logo",
            "Pascal Personne",
            "Email of 3 May",
        ),
        *("Noé", "An e-mail: we agree to sign", "Unknown Pleasures Trust, its secretary"),
        *("E-mail from Ana: not sure, then yes on 3 Feb", "Later: Ana Lee confirmed", "Nie, Xiaoling"),
        *("Nee, Anna", "Ana agreed by phone, we'll ask Bo too", "Will Asking, secretary"),
    ],
)
def test_an_answer_is_taken(typed: str) -> None:
    assert not unanswered.is_no_answer(typed)
