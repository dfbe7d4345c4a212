"""The benchmark over the wire reckons from the press's leaving Discord, and each answer by its own press."""

from benchmarks import wire
from rehearsal.wire.rest import Seen


def test_each_press_is_clocked_until_its_first_acknowledgement_and_its_first_answer() -> None:
    clocked = wire.Clocked({"a": 0.0}, {}, {})
    deferral = {"type": 5}
    clocked.watch(Seen("POST", "/interactions/1/a/callback", False, deferral))
    assert clocked.acknowledged == {}, "what arrives counts, not what was done with it"
    clocked.watch(Seen("POST", "/interactions/1/a/callback", True, deferral))
    assert clocked.answered == {}
    clocked.watch(Seen("PATCH", "/webhooks/9/a/messages/@original", before=True))
    first = clocked.figures()
    clocked.watch(Seen("POST", "/interactions/1/a/callback", True, deferral))
    assert clocked.figures() == first
    assert first["answer"]["median"] >= first["acknowledgement"]["median"] > 0


def test_an_answer_that_is_the_first_response_is_both() -> None:
    clocked = wire.Clocked({"a": 0.0}, {}, {})
    clocked.watch(Seen("POST", "/interactions/1/a/callback", True, {"type": 4}))
    assert clocked.answered == clocked.acknowledged != {}


def test_ratios_are_ours_in_times_of_the_floor() -> None:
    floor = {"idle": {"answer": {"median": 2.0}}, "start_s": 4.0}
    assert wire._ratios(floor, {"idle": {"answer": {"median": 3.0}}, "start_s": 2.0}) == {
        "idle": {"answer": {"median": 1.5}},
        "start_s": 0.5,
    }


def test_both_bots_are_where_it_looks_for_them() -> None:
    assert wire.BARE.is_file()
    assert (wire.BARE.parents[2] / "bot.py").is_file()
