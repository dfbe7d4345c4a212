"""open secret ballots name nobody, secret votes run their time, and organisations are confirmed

The names themselves go at the next start (``models.voting.sealing``): it takes the secret key.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _run_their_time()
    _know_organisations()
    # Who typed an objection stood there beside its words.
    op.execute("DELETE FROM draft WHERE form = 'object'")
    with op.batch_alter_table("ballot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pressed_by", sa.String(), nullable=True))
    op.execute("UPDATE ballot SET pressed_by = 'u:' || CAST(user_id AS TEXT)")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table(
        "ballot",
        schema=None,
        recreate="always" if on_sqlite else "never",
        table_kwargs={"sqlite_with_rowid": False},
    ) as batch_op:
        batch_op.alter_column("pressed_by", existing_type=sa.String(), nullable=False)
        batch_op.alter_column("user_id", existing_type=sa.BigInteger(), nullable=True)
        batch_op.alter_column("cast_at", existing_type=sa.DateTime(timezone=True), nullable=True)


def _know_organisations() -> None:
    """Whose signature for their own organisation moderators approved, speaks for it."""
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("votes_as", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("organisation_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("confirmed_key", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE participant SET votes_as = organisation_key, organisation_since = joined_at")
    op.execute(
        "UPDATE participant SET confirmed_key = organisation_key WHERE EXISTS (SELECT 1 FROM signatory "
        "WHERE signatory.guild_id = participant.guild_id AND signatory.added_by = participant.user_id "
        "AND signatory.name_key = participant.organisation_key AND signatory.way = 'signed' "
        "AND signatory.state = 'approved' AND signatory.kind <> 'individual')"
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        for name in ("votes_as", "confirmed_key"):
            batch_op.alter_column(name, existing_type=sa.String(), server_default=None)


def _run_their_time() -> None:
    """A vote under way that is secret and could end early goes to full time: its end would tell how others voted."""
    when = sa.DateTime(timezone=True)
    number = sa.BigInteger()
    letter = sa.table("letter", sa.column("id", number), sa.column("closes_at", when))
    signatory = sa.table("signatory", sa.column("id", number), sa.column("letter_id", number))
    vote = sa.table(
        "vote",
        sa.column("signatory_id", number),
        sa.column("policy", sa.JSON()),
        sa.column("full_time_at", when),
        sa.column("ends_at", when),
        sa.column("ended_at", when),
    )
    card = sa.table(
        "card", sa.column("kind"), sa.column("subject_id"), sa.column("stale"), sa.column("version", number)
    )
    connection = op.get_bind()
    under_way = (
        sa.select(vote.c.signatory_id, vote.c.policy, vote.c.full_time_at, letter.c.closes_at)
        .join(signatory, signatory.c.id == vote.c.signatory_id)
        .join(letter, letter.c.id == signatory.c.letter_id)
        .where(vote.c.ended_at.is_(None))
    )
    for row in connection.execute(under_way).all():
        policy = row.policy or {}
        if policy.get("secret", True) and policy.get("early_after_minutes") is not None:
            ends_at = min(row.full_time_at, row.closes_at)
            connection.execute(
                vote.update().where(vote.c.signatory_id == row.signatory_id).values(ends_at=ends_at)
            )
            its_card = (card.c.kind == "proposal") & (card.c.subject_id == row.signatory_id)
            connection.execute(card.update().where(its_card).values(stale=True, version=card.c.version + 1))
