"""a vote is a row of its own"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HOURS = 24
"""How long a vote ran whose policy does not say it."""
MOVED = (
    "cut_short", "policy", "ballot_opens_at", "ballot_closes_at", "ballot_ended_at", "votes_for", "votes_against",
    "votes_abstained", "entitled", "objections",
)  # fmt: skip


def upgrade() -> None:
    vote = op.create_table(
        "vote",
        sa.Column("signatory_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("full_time_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cut_short", sa.Boolean(), nullable=False),
        sa.Column("votes_for", sa.Integer(), nullable=True),
        sa.Column("votes_against", sa.Integer(), nullable=True),
        sa.Column("votes_abstained", sa.Integer(), nullable=True),
        sa.Column("entitled", sa.Integer(), nullable=True),
        sa.Column("objections", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["signatory.id"], name=op.f("fk_vote_signatory_id_signatory")
        ),
        sa.PrimaryKeyConstraint("signatory_id", name=op.f("pk_vote")),
    )
    _move(vote)
    with op.batch_alter_table("vote", schema=None) as batch_op:
        under_way = sa.text("ended_at IS NULL")
        batch_op.create_index(
            "ix_vote_under_way", ["ends_at"], sqlite_where=under_way, postgresql_where=under_way
        )

    with op.batch_alter_table("ballot", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_ballot_signatory_id_signatory"), type_="foreignkey")
        batch_op.create_foreign_key(
            batch_op.f("fk_ballot_signatory_id_vote"), "vote", ["signatory_id"], ["signatory_id"]
        )

    with op.batch_alter_table("signatory", schema=None) as batch_op:
        batch_op.drop_index("ix_signatory_state_ballot_closes")
        for name in MOVED:
            batch_op.drop_column(name)


def _move(vote: sa.Table) -> None:
    """A row for each vote that was opened; one that was dropped without a count ended when it would have."""
    when = sa.DateTime(timezone=True)
    signatory = sa.table(
        "signatory",
        sa.column("id", sa.BigInteger()),
        sa.column("state", sa.String()),
        sa.column("cut_short", sa.Boolean()),
        sa.column("policy", sa.JSON()),
        sa.column("ballot_opens_at", when),
        sa.column("ballot_closes_at", when),
        sa.column("ballot_ended_at", when),
        *(
            sa.column(name, sa.Integer())
            for name in ("votes_for", "votes_against", "votes_abstained", "entitled")
        ),
        sa.column("objections", sa.JSON()),
    )
    opened = sa.select(signatory).where(signatory.c.ballot_opens_at.is_not(None))
    rows = []
    for row in op.get_bind().execute(opened):
        policy = row.policy or {}
        rows.append(
            {
                "signatory_id": row.id,
                "policy": policy,
                "opened_at": row.ballot_opens_at,
                "full_time_at": row.ballot_opens_at + timedelta(hours=policy.get("hours", HOURS)),
                "ends_at": row.ballot_closes_at,
                "ended_at": row.ballot_ended_at or (None if row.state == "voting" else row.ballot_closes_at),
                "cut_short": row.cut_short,
                "votes_for": row.votes_for,
                "votes_against": row.votes_against,
                "votes_abstained": row.votes_abstained,
                "entitled": row.entitled,
                "objections": row.objections or [],
            }
        )
    op.bulk_insert(vote, rows)
