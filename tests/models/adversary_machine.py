"""A campaign with an adversary in it: a member and a moderator who try every act in every order, with cards drawn long
ago. What was promised is written down here once more, by hand, and compared after every step."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlmodel import col, select

from models.acts import Act
from models.consents import consents, person_requests, reconfirmation
from models.database.tables import (
    Ballot,
    Batch,
    Consent,
    Decision,
    JournalEntry,
    Letter,
    Participant,
    Signatory,
    Vote,
)
from models.importing import batches
from models.letters import endorsements, letters, locks, texts, weakening
from models.operations import personal_data, taking_back
from models.participants import confirming, participants
from models.publishing import roster
from models.review import approvals, queue, review
from models.rules.voting_policy import Policy
from models.sheets import Actor, Approving, BatchAnswers, EntryChanges, LetterChanges, ParticipantAnswers
from models.sheets.batches import Given
from models.signatories.voters import Voters
from models.submissions import entries, limits, proposals
from models.terms import ERASED, Kind, Preset, SignatoryState, Verdict, Way
from tests.models import deciding, makers
from tests.models.campaign_machine import MODERATORS, NAMES, Campaign, actor, kinds, names, people, which

MEMBER, MODERATOR = 3, 8
rogues = st.sampled_from((MEMBER, MODERATOR))
SAME = {"bridge trust": "Bridge Trust"}
"""Names that are another spelling of one another; every other two are not the same, said by hand."""
GIVING: frozenset[Callable[..., Any]] = frozenset(
    {
        proposals.propose, proposals.keep_late, proposals.sign, proposals.correct, entries.enter, consents.add,
        person_requests.confirm, reconfirmation.confirm, deciding.import_,
    }
)  # fmt: skip
"""Acts with which somebody says that a name agrees. No other act makes or changes a consent."""


class Seen(NamedTuple):
    """What was before an act."""

    names: dict[int, tuple[Any, ...]]
    consents: dict[int, tuple[Any, ...]]
    ballots: dict[tuple[Any, ...], tuple[Any, ...]]
    states: dict[int, SignatoryState]
    decisions: dict[int, tuple[int, Verdict]]
    """Those that stand: on which name, and what."""
    two_person: bool
    most_open: int


NOTHING = Seen({}, {}, {}, {}, {}, two_person=False, most_open=0)


class Adversary(Campaign):
    """The campaign, with what a rogue can do beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.agreed: dict[int, set[tuple[Any, ...]]] = defaultdict(set)
        """To which name, and wordings, somebody said that each agrees."""
        self.hands: dict[int, dict[int, int]] = defaultdict(dict)
        """Who approved each, by the decision's number, since it, its consent or the text changed; what was undone
        is left out."""
        self.proposers: dict[int, int] = {}
        self.wishers: dict[tuple[str, Any], set[int]] = defaultdict(set)
        """Who wanted a safeguard to have that value since it was changed last."""
        self.drawn: list[tuple[tuple[int, ...], str]] = []
        """Cards of names, as they were drawn once."""
        self.drawn_ready: list[tuple[int, str]] = []

    @initialize(preset=st.sampled_from(Preset), secret=st.booleans(), two=st.booleans(), signings=st.booleans())
    def open_letter(self, preset: Preset, secret: bool, two: bool, signings: bool) -> None:
        super().open_letter(preset, secret, two, signings)
        self.compare_consents(NOTHING, self.look(), proposals.propose)
        for row in self.session.exec(select(Signatory).where(Signatory.way == Way.PROPOSED)):
            self.proposers[row.id] = row.added_by or ERASED

    # What is compared

    def look(self) -> Seen:
        rows = self.session.exec(select(Signatory)).all()
        ballots = {}
        for ballot, vote in self.session.exec(
            select(Ballot, Vote).join(Vote, col(Vote.signatory_id) == col(Ballot.signatory_id))
        ):
            if vote.ended_at is None:
                ballots[vote.signatory_id, vote.opened_at, ballot.voter] = (
                    ballot.choice, ballot.reason, ballot.interaction_id, ballot.pressed_by,
                )  # fmt: skip
        letter = self.session.get(Letter, getattr(self, "letter", 0))
        return Seen(
            {row.id: (SAME.get(row.name, row.name), row.kind, row.country, row.affiliation) for row in rows},
            {
                one.signatory_id: (
                    one.means, one.authorised_by, one.recorded_at, one.text_version_id, one.confirmed_at,
                )
                for one in self.session.exec(select(Consent))
            },
            ballots,
            {row.id: row.state for row in rows},
            {
                one.id: (one.signatory_id, one.verdict)
                for one in self.session.exec(select(Decision).where(col(Decision.undone_at).is_(None)))
            },
            letter is not None and letter.two_person,
            letter.most_open if letter is not None else 0,
        )  # fmt: skip

    def act(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        before = self.look()
        done = super().act(verb, *arguments, **more)
        who = next((one.user_id for one in arguments if isinstance(one, Actor)), None)
        after = self.look()
        plain = verb.func if isinstance(verb, partial) else verb
        self.compare_consents(before, after, plain)
        self.compare_ballots(before, after, who)
        self.compare_hands(before, after, plain, who, done)
        changes = next((one for one in arguments if isinstance(one, dict)), {})
        self.compare_safeguards(before, after, plain, who, changes)
        return done

    def compare_consents(self, before: Seen, after: Seen, verb: Callable[..., Any]) -> None:
        newest = endorsements.newest(self.session, self.letter) if hasattr(self, "letter") else 0
        for one, agreed in after.consents.items():
            if agreed != before.consents.get(one):
                blanked = before.consents.get(one, ())[:1] == agreed[:1] and verb is personal_data.erase
                assert verb in GIVING or blanked, f"{verb} changed the consent of {one}"
                if not blanked:
                    self.agreed[one].add((after.names[one], newest))

    def compare_ballots(self, before: Seen, after: Seen, who: int | None) -> None:
        for key in before.ballots.keys() | after.ballots.keys():
            was, now = before.ballots.get(key), after.ballots.get(key)
            signatory_id, opened_at, _ = key
            vote = self.session.get(Vote, signatory_id)
            if was == now or vote is None or vote.ended_at is not None or vote.opened_at != opened_at:
                continue
            voters = Voters(self.session, vote)
            me = voters.presser(who or 0)
            if now is not None:
                assert now[-1] == me, f"{who} cast a ballot that counts for another: {key} {was} {now}"
            if was is not None and was[-1] != me:
                assert self.may_replace(vote, voters, who, was[-1]), f"{who} changed a ballot of another: {was}"

    def may_replace(self, vote: Vote, voters: Voters, who: int | None, pressed_by: str) -> bool:
        """Where organisations vote, whom moderators confirmed comes before whom nobody did, and a vote that was taken
        back bars no colleague."""
        if not Policy.of(vote.policy).per_organisation:
            return False
        confirmed = {
            one.user_id
            for one in self.session.exec(select(Participant))
            if one.confirmed_key == one.organisation_key
        }
        by_confirmed = pressed_by in {voters.presser(one) for one in confirmed}
        return who in confirmed and not by_confirmed

    def compare_hands(
        self, before: Seen, after: Seen, verb: Callable[..., Any], who: int | None, done: Any
    ) -> None:
        for one, identity in after.names.items():
            if identity != before.names.get(one) or after.consents.get(one) != before.consents.get(one):
                self.hands[one].clear()
            if one not in before.names:
                row = self.session.get_one(Signatory, one)
                if row.way is Way.PROPOSED and who is not None:
                    self.proposers[one] = who
        if verb is texts.write and done is not None:
            self.hands.clear()
        if verb is personal_data.erase and who is not None and done is not None:
            for hands in self.hands.values():
                for number in [number for number, by in hands.items() if by == who]:
                    del hands[number]
            for wishers in self.wishers.values():
                wishers.discard(who)
        if verb in (review.undo, taking_back.take_back):
            for number in before.decisions.keys() - after.decisions.keys():
                self.hands[before.decisions[number][0]].pop(number, None)
        for number in after.decisions.keys() - before.decisions.keys():
            one, verdict = after.decisions[number]
            assert self.proposers.get(one) != who, "decided on their own proposal"
            if verdict is Verdict.APPROVE and who is not None:
                self.hands[one][number] = who
        for one, state in after.states.items():
            if state is SignatoryState.APPROVED and before.states.get(one) is not state:
                both = set(self.hands[one].values())
                assert len(both) >= (2 if before.two_person else 1), f"{one} came on the list by {both}"

    def compare_safeguards(
        self, before: Seen, after: Seen, verb: Callable[..., Any], who: int | None, changes: Any
    ) -> None:
        if verb is letters.edit and who is not None:
            for safeguard in ("two_person", "most_open"):
                self.wishers[safeguard, changes.get(safeguard)].add(who)
        for safeguard, is_weaker in (
            ("two_person", before.two_person and not after.two_person),
            ("most_open", after.most_open > before.most_open > 0),
        ):
            value = getattr(after, safeguard)
            if is_weaker:
                hands = self.wishers[safeguard, value] | {who}
                assert len(hands) >= 2, f"{safeguard} was weakened by one hand"
            if value != getattr(before, safeguard):
                for wanted in [one for one in self.wishers if one[0] == safeguard]:
                    del self.wishers[wanted]

    # What rogues do

    @rule(who=rogues, name=names)
    def claim_an_organisation(self, who: int, name: str) -> None:
        self.by(who, participants.take_part, ParticipantAnswers(name, "Chair", "", direct_messages=True))

    @rule(
        who=st.sampled_from(MODERATORS),
        number=which,
        name=st.sampled_from((*NAMES, "")),
        kind=st.sampled_from((*Kind, None)),
        country=st.sampled_from(("", "Iran", "Iraq", "Poland")),
        detail=st.sampled_from(("", "Hill University")),
    )
    def edit_everything(
        self, who: int, number: int, name: str, kind: Kind | None, country: str, detail: str
    ) -> None:
        changes = EntryChanges(country=country, detail=detail)
        if name:
            changes["name"] = name
        if kind is not None:
            changes["kind"] = kind
        self.by(who, entries.edit, self.one(number), changes)

    @rule(who=people, comes=st.booleans())
    def erase_and_return(self, who: int, comes: bool) -> None:
        self.by(who, personal_data.erase)
        if comes:
            answers = ParticipantAnswers("Bridge Trust", "Chair", "", direct_messages=True)
            self.by(who, participants.take_part, answers)

    @rule(who=st.sampled_from(MODERATORS), two=st.booleans(), most=st.sampled_from((5, 20, 500)))
    def switch(self, who: int, two: bool, most: int) -> None:
        self.by(who, letters.edit, self.letter, LetterChanges(two_person=two, most_open=most))

    @rule(who=people)
    def confirm_a_wish(self, who: int) -> None:
        wanted = select(JournalEntry.id).where(JournalEntry.act == Act.SAFEGUARD_WANTED.value)
        entry_id = self.session.exec(wanted.order_by(col(JournalEntry.id).desc())).first()
        if entry_id is not None:
            self.by(who, weakening.confirm, entry_id)

    @rule(who=people, locks_it=st.booleans())
    def lock(self, who: int, locks_it: bool) -> None:
        self.by(who, locks.lock if locks_it else locks.unlock, self.letter)

    @rule(who=st.sampled_from(MODERATORS), number=which)
    def take_back_an_act(self, who: int, number: int) -> None:
        acts = select(JournalEntry.id).where(col(JournalEntry.act).in_(taking_back.TAKEN_BACK))
        ids = self.session.exec(acts.order_by(col(JournalEntry.id).desc())).all()
        if ids:
            self.by(who, taking_back.take_back, ids[number % len(ids)])

    @rule(numbers=st.lists(which, min_size=1, max_size=2, unique=True))
    def draw_a_card(self, numbers: list[int]) -> None:
        ids = tuple(dict.fromkeys(self.one(number) for number in numbers))
        sheets = self.act(queue.look, actor(MODERATOR), ids)
        if sheets is not None:
            for one in ids:
                self.drawn.append(((one,), makers.shown_of(self.session, one)))

    @rule()
    def draw_the_queue(self) -> None:
        sheet = self.act(queue.queue, actor(MODERATOR), self.letter)
        if sheet is not None:
            self.drawn_ready.append((sheet.since, sheet.digest))

    @rule(who=people, number=which, verdict=st.sampled_from(Verdict))
    def press_an_old_card(self, who: int, number: int, verdict: Verdict) -> None:
        if not self.drawn:
            return
        ids, digest = self.drawn[number % len(self.drawn)]
        unchanged = makers.shown_of(self.session, ids[0]) == digest
        if verdict is Verdict.APPROVE:
            done = self.by(who, approvals.approve, ids, digest)
        else:
            verb = approvals.hold if verdict is Verdict.HOLD else approvals.decline
            done = self.by(who, verb, ids, digest, "Because")
        assert done is None or unchanged, "decided on what was not shown"

    @rule(who=st.sampled_from(MODERATORS), number=which)
    def approve_all_of_an_old_card(self, who: int, number: int) -> None:
        if self.drawn_ready:
            since, digest = self.drawn_ready[number % len(self.drawn_ready)]
            self.approve_in_steps(who, self.by(who, approvals.start_ready, self.letter, since, digest))

    def approve_in_steps(self, who: int, work: Approving | None) -> None:
        while work is not None and work.rest:
            work = self.by(who, approvals.go_on, work)

    @rule(who=people, number=which)
    def say_yes_on_an_old_card(self, who: int, number: int) -> None:
        if self.drawn:
            [one], digest = self.drawn[number % len(self.drawn)]
            unchanged = makers.shown_of(self.session, one) == digest
            verb = person_requests.confirm if number % 2 else reconfirmation.confirm
            done = self.by(who, verb, one, digest)
            assert done is None or unchanged, "agreed to what was not shown"

    @rule(who=people, number=which)
    def say_no_late(self, who: int, number: int) -> None:
        self.by(who, person_requests.refuse, self.one(number))

    @rule(who=people, name=names, kind=kinds, signed=st.booleans())
    def import_a_list(self, who: int, name: str, kind: Kind, signed: bool) -> None:
        vouch = ("The form", "Its answers") if signed else ("", "")
        rows = (Given(1, name, kind), Given(2, "Quay Press", Kind.COMPANY))
        answers = BatchAnswers(
            rows, "list.csv", "1", signed=signed, authorised_by=vouch[0], evidence=vouch[1], doubtful_too=True
        )
        shown = self.act(batches.preview, actor(who), self.now, self.letter, answers)
        if shown is not None:
            self.by(who, deciding.import_, self.letter, answers, shown.digest)

    @rule(who=people, number=which, undo=st.booleans())
    def approve_or_undo_a_list(self, who: int, number: int, undo: bool) -> None:
        ids = self.session.exec(select(Batch.id)).all()
        if ids and undo:
            self.by(who, batches.undo, ids[number % len(ids)], number)
        elif ids and self.drawn_ready:
            since, _ = self.drawn_ready[number % len(self.drawn_ready)]
            work = self.by(who, batches.start_approval, ids[number % len(ids)], since)
            self.approve_in_steps(who, work)

    @rule(who=people, whom=people, verb=st.sampled_from((limits.block, limits.unblock, limits.allow)))
    def stop_or_allow(self, who: int, whom: int, verb: Callable[..., Any]) -> None:
        more: dict[Callable[..., Any], tuple[Any, ...]] = {limits.block: ("Why not",), limits.allow: (400,)}
        self.by(who, verb, whom, *more.get(verb, ()))

    @rule(who=people)
    def confirm_organisations(self, who: int) -> None:
        shown = self.act(confirming.claims, actor(who))
        if shown is not None:
            self.by(who, confirming.confirm, shown.digest)

    @rule(who=st.sampled_from(MODERATORS), secret=st.booleans(), organisations=st.booleans())
    def change_the_policy(self, who: int, secret: bool, organisations: bool) -> None:
        policy = Policy(secret=secret, per_organisation=organisations, hours=6)
        self.by(who, letters.set_policy, self.letter, policy)

    # What holds

    @invariant()
    def everyone_printed_agreed_to_this_name_and_this_wording(self) -> None:
        if not hasattr(self, "letter"):
            return
        printed = {row.name for row in roster.entries(self.session, self.letter, self.now)}
        wordings = endorsements.counting(self.session, self.letter)
        for row in self.session.exec(select(Signatory).where(Signatory.state == SignatoryState.APPROVED)):
            identity = (SAME.get(row.name, row.name), row.kind)
            said = {(*name[:2], version) for name, version in self.agreed[row.id]}
            assert identity in {(name, kind) for name, kind, _ in said}, f"{row.name} never agreed to that name"
            country = {name[2] for name, _ in self.agreed[row.id]}
            assert row.country in country or "" in country, (
                f"{row.name} never agreed to stand for {row.country}"
            )
            if row.text_version_id is not None and row.text_version_id in wordings:
                signed = {version for *_, version in said}
                assert signed & set(wordings), f"{row.name} never agreed to this wording"
            assert row.name in printed

    @invariant()
    def nobody_is_listed_as_their_own_reviewer(self) -> None:
        for one, who in self.proposers.items():
            row = self.session.get_one(Signatory, one)
            assert (
                row.state is not SignatoryState.APPROVED
                or row.approved_by in (None, ERASED)
                or (row.approved_by != who)
            )
