"""Results: how a vote ended, in words. The line on a card and the reason in review come from one table."""

from collections.abc import Callable, Mapping

from cogs.ui import words
from models import cldr
from models.rules.voting_policy import Ending
from models.sheets import VoteSheet
from models.terms import Preset
from models.translation import N_, _, ngettext, number

CUT_BY_CLOSE = N_("The letter closed before the vote ended.")
CUT_WHILE_PAUSED = N_("The letter was still paused when it closed, so the vote was cut short.")
CUT_BY_DECISION = N_("Moderators ended the vote early.")
UNCOUNTED = N_("Moderators ended the secret vote early, so the votes weren't counted.")


def line(vote: VoteSheet) -> str:
    """How the vote ended, for a card: the tally, what it means, and what cut it short. Empty while it runs, and where
    its name was taken back meanwhile."""
    if vote.result is None:
        return _(UNCOUNTED) if vote.ended_at is not None and vote.cut_short else ""
    return cldr.sentences((_tally(vote), _ending(vote), *_cut(vote)))


def reason(vote: VoteSheet | None) -> str:
    """Why it did not simply pass, for the middle of a list of reasons."""
    return words.within(
        _ending(vote) if vote is not None and vote.result is not None else _("The vote wasn't counted.")
    )


def cut(vote: VoteSheet | None) -> str:
    """What cut the vote short, for the middle of a list of reasons."""
    return words.within("".join(_cut(vote)) if vote is not None else _(CUT_BY_CLOSE))


def _tally(vote: VoteSheet) -> str:
    tally = vote.result.tally if vote.result is not None else None
    if tally is None:
        return ""
    counted = {
        "votes_for": number(tally.for_),
        "votes_against": number(tally.against),
        "abstained": number(tally.abstained),
        "cast": number(tally.cast),
        "entitled": number(tally.entitled),
    }
    if vote.policy.per_organisation:
        return _(
            "**{votes_for} for, {votes_against} against, {abstained} abstained** ({cast} of the "
            "{entitled} organisations that could vote).",
            **counted,
        )
    return _(
        "**{votes_for} for, {votes_against} against, {abstained} abstained** ({cast} of the {entitled} "
        "people who could vote).",
        **counted,
    )


def _ending(vote: VoteSheet) -> str:
    return SENTENCES[vote.policy.preset][vote.result.ending](vote) if vote.result is not None else ""


def _nobody(vote: VoteSheet) -> str:
    return _("No organisation voted.") if vote.policy.per_organisation else _("Nobody voted.")


def _abstained(vote: VoteSheet) -> str:
    if vote.policy.per_organisation:
        return _("Every organisation that voted abstained.")
    return _("Everyone who voted abstained.")


def _too_few_objected(vote: VoteSheet) -> str:
    against, _quorum, _needed, most = _counts(vote)
    if not against:
        objected = _("Nobody objected.")
    elif vote.policy.per_organisation:
        objected = ngettext("{count} organisation objected.", "{count} organisations objected.", against)
    else:
        objected = ngettext("{count} person objected.", "{count} people objected.", against)
    return cldr.sentences(
        (objected, ngettext("{count} objection stops a name.", "{count} objections stop a name.", most))
    )


def _stopped(vote: VoteSheet) -> str:
    against = _counts(vote)[0]
    if vote.policy.per_organisation:
        return ngettext(
            "{count} organisation objected, which is enough to stop the name.",
            "{count} organisations objected, which is enough to stop the name.",
            against,
        )
    return ngettext(
        "{count} person objected, which is enough to stop the name.",
        "{count} people objected, which is enough to stop the name.",
        against,
    )


def _enough(vote: VoteSheet) -> str:
    _against, quorum, needed, _most = _counts(vote)
    if vote.policy.per_organisation:
        return _(
            "Enough organisations voted ({quorum} needed), and enough voted for the name ({needed} needed).",
            quorum=number(quorum),
            needed=number(needed),
        )
    return _(
        "Enough people voted ({quorum} needed), and enough voted for the name ({needed} needed).",
        quorum=number(quorum),
        needed=number(needed),
    )


def _too_few_for(vote: VoteSheet) -> str:
    _against, quorum, needed, _most = _counts(vote)
    if vote.policy.per_organisation:
        return _(
            "Enough organisations voted ({quorum} needed), but not enough voted for the name ({needed} "
            "needed).",
            quorum=number(quorum),
            needed=number(needed),
        )
    return _(
        "Enough people voted ({quorum} needed), but not enough voted for the name ({needed} needed).",
        quorum=number(quorum),
        needed=number(needed),
    )


def _quorum_missed(vote: VoteSheet) -> str:
    cast = vote.result.tally.cast if vote.result is not None else 0
    quorum = number(_counts(vote)[1])
    if vote.policy.per_organisation:
        return ngettext(
            "Only {count} organisation voted, and the quorum was {quorum}.",
            "Only {count} organisations voted, and the quorum was {quorum}.",
            cast,
            quorum=quorum,
        )
    return ngettext(
        "Only {count} person voted, and the quorum was {quorum}.",
        "Only {count} people voted, and the quorum was {quorum}.",
        cast,
        quorum=quorum,
    )


def _nobody_of_the_quorum(vote: VoteSheet) -> str:
    quorum = number(_counts(vote)[1])
    if vote.policy.per_organisation:
        return _("No organisation voted, and the quorum was {quorum}.", quorum=quorum)
    return _("Nobody voted, and the quorum was {quorum}.", quorum=quorum)


SENTENCES: Mapping[Preset, Mapping[Ending, Callable[[VoteSheet], str]]] = {
    Preset.OPEN_VOTE: {
        Ending.PASSED: lambda _vote: _("More voted for than against."),
        Ending.OPPOSED: lambda _vote: _("More voted against than for."),
        Ending.TIED: lambda _vote: _("The vote was tied."),
        Ending.NOBODY: _nobody,
        Ending.ABSTAINED: _abstained,
    },
    Preset.NO_OBJECTION: {Ending.PASSED: _too_few_objected, Ending.STOPPED: _stopped},
    Preset.QUORUM_VOTE: {
        Ending.PASSED: _enough,
        Ending.OPPOSED: _too_few_for,
        Ending.QUORUM_MISSED: _quorum_missed,
        Ending.NOBODY: _nobody_of_the_quorum,
        Ending.ABSTAINED: _abstained,
    },
}
"""How each kind of vote can end, one sentence each: of people, or of organisations where those vote."""


def _counts(vote: VoteSheet) -> tuple[int, int, int, int]:
    """Votes against, the quorum, votes for that were needed, objections that were needed; 0 where there is none."""
    result = vote.result
    if result is None:
        return 0, 0, 0, 0
    needed = result.quorum_needed, result.for_needed, result.objections_needed
    quorum, votes_for, objections = (one or 0 for one in needed)
    return result.tally.against, quorum, votes_for, objections


def _cut(vote: VoteSheet) -> tuple[str, ...]:
    if not vote.cut_short:
        return ()
    if vote.cut_while_paused:
        return (_(CUT_WHILE_PAUSED),)
    early = vote.ended_at is not None and vote.ended_at < vote.ends_at
    return (_(CUT_BY_DECISION if early else CUT_BY_CLOSE),)
