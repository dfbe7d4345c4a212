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


def test_what_the_disk_takes_is_beside_the_answer_and_limits_are_in_milliseconds() -> None:
    times = {"median": 9.0, "p99": 20.0, "slowest": 30.0}
    press = {"acknowledgement": times, "answer": times, "work": {"mean": 5.0}}
    bot = {"idle": press, wire.LOAD: press, "start_s": 3.0, "start_work_s": 1.0, "memory_mb": 100.0}
    rows = wire.rows(dict.fromkeys(("bare", wire.OURS, wire.ON_TMPFS), bot) | {"fsync_ms": 4.0})
    found = {one["what"].partition(": ")[2]: one for one in rows if one["what"].startswith("a vote's press")}
    assert found["answer without its fsync, median"]["value"] == 5.0
    assert found["answer, median, database on tmpfs"]["value"] == 9.0
    assert found["answer, p99"]["met"], "250 ms"
    assert found["acknowledgement, slowest"]["met"], "two seconds"
