"""Results: how a vote ended, in words. The line on a card and the reason in review come from one table."""

from collections.abc import Mapping

from cogs.ui import words
from models.rules.voting_policy import Ending, Result
from models.sheets import VoteSheet
from models.terms import Preset

SENTENCES: Mapping[Preset, Mapping[Ending, str]] = {
    Preset.OPEN_VOTE: {
        Ending.PASSED: "More voted for than against.",
        Ending.OPPOSED: "More voted against than for.",
        Ending.TIED: "The vote was tied.",
        Ending.NOBODY: "{Nobody} voted.",
        Ending.ABSTAINED: "{Everyone} abstained.",
    },
    Preset.NO_OBJECTION: {
        Ending.PASSED: "{Objectors} objected. Stopping a name takes {objections}.",
        Ending.STOPPED: "{Objectors} objected, enough to stop it.",
    },
    Preset.QUORUM_VOTE: {
        Ending.PASSED: "Enough people voted (at least {quorum}), and enough were for it (at least {needed}).",
        Ending.OPPOSED: "Enough people voted (at least {quorum}), but too few were for it (at least {needed}).",
        Ending.QUORUM_MISSED: "Only {voters} voted, and the quorum was {quorum}.",
        Ending.NOBODY: "{Nobody} voted, and the quorum was {quorum}.",
        Ending.ABSTAINED: "{Everyone} abstained.",
    },
}
"""How each kind of vote can end, one sentence each."""
CUT_BY_CLOSE = "The letter closed before the vote ended."
CUT_WHILE_PAUSED = "The vote was cut short while the letter was paused."
CUT_BY_DECISION = "Moderators ended the vote early."
UNCOUNTED = "Moderators ended the secret vote early, so its votes were not counted."


def line(vote: VoteSheet) -> str:
    """How the vote ended, for a card: the tally, what it means, and what cut it short. Empty while it runs, and where
    its name was taken back meanwhile."""
    if vote.result is None:
        return UNCOUNTED if vote.ended_at is not None and vote.cut_short else ""
    tally = vote.result.tally
    counted = f"**{tally.for_:,} for, {tally.against:,} against, {tally.abstained:,} abstained**"
    who = "organisations that" if vote.policy.per_organisation else "who"
    of = f"({tally.cast:,} of {tally.entitled:,} {who} could vote)"
    return " ".join((counted, f"{of}.", _ending(vote), *_cut(vote)))


def reason(vote: VoteSheet | None) -> str:
    """Why it did not simply pass, for the middle of a list of reasons."""
    return (
        _within(_ending(vote)) if vote is not None and vote.result is not None else "the vote was not counted"
    )


def cut(vote: VoteSheet | None) -> str:
    """What cut the vote short, for the middle of a list of reasons."""
    return _within("".join(_cut(vote)) if vote is not None else CUT_BY_CLOSE)


def _ending(vote: VoteSheet) -> str:
    result = vote.result
    if result is None:
        return ""
    return SENTENCES[vote.policy.preset][result.ending].format(**_counts(vote, result))


def _counts(vote: VoteSheet, result: Result) -> dict[str, str]:
    """What the sentences count, in words: people, or organisations where those vote."""
    by_organisation = vote.policy.per_organisation
    return {
        "Nobody": "No organisation" if by_organisation else "Nobody",
        "Everyone": "Every organisation that voted" if by_organisation else "Everyone who voted",
        "voters": _crowd(vote, result.tally.cast),
        "Objectors": _crowd(vote, result.tally.against) if result.tally.against else "Nobody",
        "objections": f"{result.objections_needed or 0:,}",
        "quorum": f"{result.quorum_needed or 0:,}",
        "needed": f"{result.for_needed or 0:,}",
    }


def _crowd(vote: VoteSheet, count: int) -> str:
    if vote.policy.per_organisation:
        return words.plural(count, "organisation")
    return words.plural(count, "person", "people")


def _cut(vote: VoteSheet) -> tuple[str, ...]:
    if not vote.cut_short:
        return ()
    if vote.cut_while_paused:
        return (CUT_WHILE_PAUSED,)
    early = vote.ended_at is not None and vote.ended_at < vote.ends_at
    return (CUT_BY_DECISION if early else CUT_BY_CLOSE,)


def _within(sentence: str) -> str:
    return (sentence[:1].lower() + sentence[1:]).removesuffix(".")
