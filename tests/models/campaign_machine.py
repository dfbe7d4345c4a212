"""A whole campaign as a machine that does anything at any moment; what holds is asked after every step."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Engine, StaticPool
from sqlmodel import Session, SQLModel, col, create_engine, select

from models import journal
from models.consents import consents, person_requests, reconfirmation
from models.database.tables import Ballot, Consent, Decision, Edition, JournalEntry, Letter, Signatory, Vote
from models.letters import endorsements, letters, outages, texts, window
from models.operations import personal_data, reconciliation
from models.participants import participants
from models.publishing import editions, publication, roster, updates
from models.publishing.page import choices, files, reading
from models.refusal import Refusal
from models.review import merging, queue, review
from models.rules.voting_policy import Policy
from models.sheets import Actor, EntryChanges, LetterChanges, ParticipantAnswers
from models.signatories import counting, lifecycle
from models.submissions import entries, proposals
from models.terms import ERASED, Choice, Kind, Preset, SignatoryState, TextChange, Way
from models.views import my_tasks
from models.voting import ballots
from tests import databases, pages
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers

MODERATORS, MEMBERS = (8, 9), (1, 2, 3)
EVERYONE = (*MEMBERS, *MODERATORS)
NAMES = (
    "Bridge Trust",
    "bridge trust",
    "Riverlight",
    "Hill Fund",
    "Ada Brook",
    "Eve Hill",
    "A/S, Inc. *x*",
    "@everyone",
)
people, moderators = st.sampled_from(EVERYONE), st.sampled_from(MODERATORS)
names, kinds = st.sampled_from(NAMES), st.sampled_from(Kind)
which = st.integers(0, 30)
"""The number of a name among those that there are."""


def actor(user_id: int) -> Actor:
    return makers.moderator(user_id) if user_id in MODERATORS else makers.member(user_id)


def an_engine() -> Engine:
    """One database in memory, which survives each restart."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    SQLModel.metadata.create_all(engine)
    return engine


class Campaign(RuleBasedStateMachine):
    """Members and moderators do what comes to their mind; the rules say no, or what was promised still holds."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = an_engine()
        self.session = Session(self.engine, expire_on_commit=False, info=databases.INFO)
        self.now = NOW
        self.pressed = 0
        self.editions: dict[int, tuple[Any, ...]] = {}
        self.heads: list[str] = []
        self.done = self.refused = 0

    def teardown(self) -> None:
        self.session.close()
        self.engine.dispose()

    def act(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """Do it, or be refused and change nothing."""
        self.now += timedelta(seconds=1)
        try:
            with self.session.begin_nested():
                done = verb(self.session, *arguments, **more)
                self.session.flush()
        except Refusal:
            self.refused += 1
            self.session.expire_all()
            return None
        self.done += 1
        return done

    def by(self, user_id: int, verb: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        return self.act(verb, actor(user_id), self.now, *arguments, **more)

    def one(self, number: int) -> int:
        """The id of one of the names."""
        ids = self.session.exec(select(Signatory.id).order_by(col(Signatory.id))).all()
        return ids[number % len(ids)] if ids else 0

    @initialize(
        preset=st.sampled_from(Preset),
        secret=st.booleans(),
        two=st.sampled_from((False, False, True)),
        signings=st.booleans(),
    )
    def open_letter(self, preset: Preset, secret: bool, two: bool, signings: bool) -> None:
        makers.server(self.session)
        for one in EVERYONE:
            makers.participant(self.session, one, "Bridge Trust" if one == 1 else "")
        made = letters.create(self.session, actor(9), NOW, "A letter", "Somebody", NOW + timedelta(days=3))
        self.letter = made.id
        quorum = 1 if preset is Preset.QUORUM_VOTE else None
        policy = Policy(preset=preset, secret=secret, hours=6, quorum=quorum, vote_on_signings=signings)
        letters.set_policy(self.session, actor(9), NOW, made.id, policy)
        letters.edit(self.session, actor(9), NOW, made.id, LetterChanges(two_person=two))
        texts.write(self.session, actor(9), NOW, made.id, "We ask for one thing.")
        window.open_(self.session, actor(9), NOW, made.id)
        for who, name in enumerate(NAMES[2:5], 1):
            proposals.propose(self.session, actor(who), NOW, made.id, makers.answers(f"{name} {who}"))
        proposals.propose(self.session, actor(1), NOW, made.id, makers.agreed("Northern Lights"))
        signs = makers.signing(
            "Ada Brook", Kind.INDIVIDUAL, version_id=endorsements.newest(self.session, made.id)
        )
        proposals.sign(self.session, actor(2), NOW, made.id, signs)

    # Names come in

    @rule(who=people, name=names, kind=kinds, agreed=st.booleans(), note=st.sampled_from(("", "New")))
    def propose(self, who: int, name: str, kind: Kind, agreed: bool, note: str) -> None:
        words = {"authorised_by": "Its chair", "evidence": "E-mail"} if agreed else {}
        answers = makers.answers(name, kind, note=note, **words)
        if self.by(who, proposals.propose, self.letter, answers) is None:
            self.by(who, proposals.keep_late, self.letter, answers)

    @rule(who=people, name=names, kind=kinds)
    def sign(self, who: int, name: str, kind: Kind) -> None:
        shown = endorsements.newest(self.session, self.letter)
        self.by(who, proposals.sign, self.letter, makers.signing(name, kind, version_id=shown))

    @rule(who=people, name=names, kind=kinds, twin=st.booleans())
    def enter(self, who: int, name: str, kind: Kind, twin: bool) -> None:
        answers = makers.answers(name, kind, authorised_by="Its chair", evidence="E-mail")
        self.by(who, entries.enter, self.letter, answers, twin=twin)

    # Votes

    @rule(who=people, number=which, choices=st.lists(st.sampled_from(Choice), min_size=1, max_size=2))
    def vote(self, who: int, number: int, choices: list[Choice]) -> None:
        running = select(Signatory.id).where(Signatory.state == SignatoryState.VOTING)
        ids = self.session.exec(running).all() or [self.one(number)]
        for choice in choices:
            self.pressed += 1
            self.by(who, ballots.cast, ids[number % len(ids)], choice, self.pressed, "Because")

    @rule(who=people, number=which)
    def take_back(self, who: int, number: int) -> None:
        self.pressed += 1
        self.by(who, ballots.take_back, self.one(number), self.pressed)

    # Consent

    @rule(who=people, number=which, user_id=people)
    def ask(self, who: int, number: int, user_id: int) -> None:
        self.by(who, person_requests.ask, self.one(number), user_id)

    @rule(who=people, yes=st.booleans())
    def answer(self, who: int, yes: bool) -> None:
        asked = self.session.exec(select(Signatory.id).where(Signatory.person_id == who)).first()
        if asked is not None:
            seen = [makers.shown_of(self.session, asked)] if yes else []
            self.by(who, person_requests.confirm if yes else person_requests.refuse, asked, *seen)

    @rule(who=people, number=which)
    def record_consent(self, who: int, number: int) -> None:
        self.by(who, consents.add, self.one(number), "Its chair", "E-mail")

    @rule(who=people, number=which)
    def confirm_text(self, who: int, number: int) -> None:
        one = self.one(number)
        self.by(who, reconfirmation.confirm, one, makers.shown_of(self.session, one))

    # Review

    @rule(who=moderators, most=st.integers(1, 3), reason=st.sampled_from(("", "We must")))
    def approve(self, who: int, most: int, reason: str) -> None:
        waiting = select(Signatory.id).where(col(Signatory.state).in_(lifecycle.DECIDABLE)).limit(most)
        self.by(who, review.approve, self.session.exec(waiting).all(), "", reason)

    @rule(who=people, number=which)
    def approve_anything(self, who: int, number: int) -> None:
        self.by(who, review.approve, [self.one(number)])

    @rule(who=moderators)
    def approve_ready(self, who: int) -> None:
        sheet = self.act(queue.queue, actor(who), self.letter)
        if sheet is not None and sheet.ready:
            self.by(who, deciding.approve_ready, self.letter, sheet.since, sheet.digest)

    @rule(who=people, number=which, hold=st.booleans())
    def decide(self, who: int, number: int, hold: bool) -> None:
        self.by(who, review.hold if hold else review.decline, [self.one(number)], "Because")

    @rule(who=moderators, number=which)
    def undo(self, who: int, number: int) -> None:
        decisions = self.session.exec(select(Decision.id).order_by(col(Decision.id).desc())).all()
        if decisions:
            self.by(who, review.undo, decisions[number % len(decisions)])

    @rule(who=moderators, number=which, other=which)
    def merge(self, who: int, number: int, other: int) -> None:
        self.by(who, merging.merge, self.one(number), self.one(other))

    # Changes and leaving

    @rule(who=people, number=which, name=names, kind=kinds)
    def correct(self, who: int, number: int, name: str, kind: Kind) -> None:
        self.by(who, proposals.correct, self.one(number), makers.answers(name, kind))

    @rule(who=moderators, number=which, name=names)
    def edit(self, who: int, number: int, name: str) -> None:
        self.by(who, entries.edit, self.one(number), EntryChanges(name=name))

    @rule(who=people, number=which)
    def leave_list(self, who: int, number: int) -> None:
        if self.by(who, proposals.cancel, self.one(number)) is None:
            self.by(who, proposals.withdraw_wish, self.one(number), "We changed our mind")

    @rule(who=people, number=which, keep=st.booleans())
    def remove(self, who: int, number: int, keep: bool) -> None:
        self.by(who, entries.keep if keep else entries.remove, self.one(number), "They asked us to")

    @rule(who=people, comes=st.booleans())
    def take_part(self, who: int, comes: bool) -> None:
        if comes:
            self.by(who, participants.take_part, ParticipantAnswers("Riverlight", "Chair", "", True))
        else:
            self.by(who, participants.leave)

    @precondition(lambda self: self.now > NOW + timedelta(hours=12))
    @rule(who=people)
    def erase(self, who: int) -> None:
        self.act(personal_data.erase, actor(who), self.now)

    # The letter

    @rule(
        who=people,
        body=st.sampled_from(("Two.", "Three.", "We ask for one thing!")),
        change=st.sampled_from(TextChange),
    )
    def change_text(self, who: int, body: str, change: TextChange) -> None:
        self.by(who, texts.write, self.letter, body, "en", change)

    @rule(who=moderators, move=st.sampled_from(("pause", "resume", "close_early", "finish", "publish")))
    def move(self, who: int, move: str) -> None:
        verb = getattr(publication if move in ("finish", "publish") else window, move)
        self.by(who, verb, self.letter)

    @rule(who=moderators, days=st.integers(1, 3), reopen=st.booleans())
    def move_close(self, who: int, days: int, reopen: bool) -> None:
        verb = window.reopen if reopen else window.extend
        self.by(who, verb, self.letter, self.now + timedelta(days=days))

    @rule(who=moderators, corrects=st.booleans())
    def publish_list(self, who: int, corrects: bool) -> None:
        if corrects:
            self.by(who, updates.correct, self.letter, "One name was missing.")
            return
        shown = self.act(updates.check_publish, actor(who), self.now, self.letter)
        if shown is not None:
            self.by(who, updates.publish, self.letter, updates.fingerprint(shown.after))

    @rule(who=moderators, kept=st.sampled_from((True, True, False)))
    def keep_page(self, who: int, kept: bool) -> None:
        self.by(who, choices.switch, self.letter, kept=kept)

    @rule(who=people)
    def look_at_what_waits(self, who: int) -> None:
        self.act(my_tasks.mine, actor(who), self.now)

    # Time

    @rule(hours=st.sampled_from((1, 7, 7, 26)))
    def pass_time(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        outages.alive(self.session, self.now)
        makers.tick(self.session, self.now)

    @rule(most=st.integers(1, 3))
    def a_day_of_review(self, most: int) -> None:
        self.pass_time(7)
        for who in MODERATORS:
            self.approve(who, most, "")

    @rule()
    def restart(self) -> None:
        self.session.commit()
        self.session.close()
        self.session = Session(self.engine, expire_on_commit=False, info=databases.INFO)

    # What holds

    @invariant()
    def everyone_counted_has_agreed(self) -> None:
        counted = select(Signatory.name).where(
            Signatory.state == SignatoryState.APPROVED, col(Signatory.id).not_in(select(Consent.signatory_id))
        )
        assert self.session.exec(counted).all() == []

    @invariant()
    def no_proposer_approved_their_own(self) -> None:
        own = select(Signatory.name).where(
            Signatory.way == Way.PROPOSED,
            col(Signatory.approved_by) == col(Signatory.added_by),
            Signatory.approved_by != ERASED,
        )
        assert self.session.exec(own).all() == []

    @invariant()
    def editions_never_change(self) -> None:
        for row in self.session.exec(select(Edition)):
            frozen = (row.number, row.digest, row.cut_at, repr(row.entries), repr(row.counts))
            assert self.editions.setdefault(row.id, frozen) == frozen
            assert editions.digest_of(editions.document(editions.sheet(self.session, row))) == row.digest

    @invariant()
    def the_journal_proves_itself(self) -> None:
        held = self.heads[len(self.heads) // 2] if self.heads else ""
        proved = journal.verify_chain(self.session, GUILD, held)
        assert proved.broken_at == 0
        assert not held or proved.held_at
        assert reconciliation.compare(self.session, GUILD).against == ()
        self.heads.append(proved.digest)

    @invariant()
    def no_choice_can_be_joined_to_a_voter_after_a_secret_vote(self) -> None:
        for vote, _ in self.session.exec(
            select(Vote, Ballot)
            .join(Ballot, col(Ballot.signatory_id) == col(Vote.signatory_id))
            .where(col(Vote.ended_at).is_not(None))
        ):
            assert not Policy.of(vote.policy).secret, vote.signatory_id
        newest = self.session.exec(select(JournalEntry).order_by(col(JournalEntry.id).desc()).limit(5))
        assert not any({"choice", "voter"} & set(one.facts) for one in newest)

    @invariant()
    def a_vote_is_under_way_exactly_while_its_name_is_voted_on(self) -> None:
        under_way = select(Vote.signatory_id).where(col(Vote.ended_at).is_(None))
        voting = select(Signatory.id).where(Signatory.state == SignatoryState.VOTING)
        assert set(self.session.exec(under_way)) == set(self.session.exec(voting))

    @invariant()
    def all_totals_agree(self) -> None:
        if not hasattr(self, "letter"):
            return
        row = self.session.get_one(Letter, self.letter)
        count = counting.count(self.session, row.id, self.now).total
        listed = roster.entries(self.session, row.id, self.now)
        approved = self.session.exec(
            select(Signatory.id).where(Signatory.state == SignatoryState.APPROVED)
        ).all()
        assert count == len(listed) == len(approved)
        assert letters.sheet(self.session, row, self.now).counts.total == count
        assert roster.page(self.session, actor(9), self.now, row.id).counts.total == count
        stands = editions.as_it_stands(self.session, row, self.now)
        assert stands.counts.total == len(stands.entries) == count

    @invariant()
    def a_page_holds_nothing_that_the_list_does_not(self) -> None:
        sheet = reading.read(self.session, self.now, self.letter) if hasattr(self, "letter") else None
        if sheet is None:
            return
        assert self.session.get_one(Letter, self.letter).published_at is not None
        listed = roster.entries(self.session, self.letter, self.now)
        made = files.files(sheet)
        assert pages.names(made) == [one.name for one in listed]
        assert set().union(*pages.counts(made).values()) == {len(listed)}
        ids = {one.signatory_id for one in listed}
        for number in (one.number for one in sheet.editions if one.offered):
            edition = makers.present(reading.edition(self.session, self.now, self.letter, number))
            assert {one.signatory_id for one in edition.entries} <= ids
            made |= files.list_files(edition)
        shown = " ".join(f"{one.name} {one.affiliation}" for one in listed).casefold()
        for name in self.session.exec(select(Signatory.name).where(col(Signatory.id).not_in(ids))):
            if name.casefold() not in shown:
                assert not [path for path, data in made.items() if name in data.decode()]

    @invariant()
    def a_live_name_stands_once(self) -> None:
        keys = self.session.exec(select(Signatory.name_key, Signatory.twin).where(col(Signatory.live))).all()
        assert len(keys) == len(set(keys))
