"""The journal's acts in words."""

from cogs.ui import acts
from models.acts import Act


def test_an_act_is_called_what_people_call_it() -> None:
    assert acts.called(Act.EDITION_CUT) == "list published"
    assert acts.called(Act.APPROVED) == "approved"


def test_no_two_acts_read_the_same() -> None:
    assert len({acts.called(act) for act in Act}) == len(Act)
