"""Yes and no as lists write them."""

import pytest

from models.importing.columns import answers


@pytest.mark.parametrize(
    "answer",
    [
        "Yes, but not the email",
        "yes (only my first name)",
        "I agree, except for the logo",
        "Yes if the chair agrees",
        "Yes/No",
        "✓ but not the email",
        "Oui, mais pas l’e-mail",
        "Sí, pero sin el correo",
        "Ja, aber nur der Name",
        "Ja, maar niet het e-mailadres",
        "Tak, ale bez adresu",
        "Igen, de csak a név",
        "Да, но без почты",
        "Evet, ama e-posta hariç",
        "نعم، لكن بدون البريد",
        "हाँ, लेकिन ईमेल नहीं",
        "ใช่ แต่ไม่ใช่อีเมล",
        "はい、ただしメール以外",
        "예, 이메일 제외",
    ],
)
def test_a_yes_with_a_limit_is_neither_yes_nor_no(answer: str) -> None:
    assert answers.consent(answer) is None


@pytest.mark.parametrize(
    "answer", ["Yes please", "Yes, you may", "I agree", "Sí, por favor", "Oui, bien sûr", "Sí, de acuerdo", "✓"]
)
def test_a_yes_with_a_kind_word_is_a_yes(answer: str) -> None:
    assert answers.consent(answer) is True


@pytest.mark.parametrize("answer", ["no", "I do not agree", "No, thanks", "Please do not", "Do not print", "✗"])
def test_a_plain_no_is_a_no(answer: str) -> None:
    assert answers.consent(answer) is False
