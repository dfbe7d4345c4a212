"""messages in channels are redrawn when what they state changes; a letter has a contact outside Discord and own words
for those who should agree"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None

STATING = ("opening", "reminder", "last hour", "deadline", "close", "bulletin", "queue")


def upgrade() -> None:
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stated", sa.JSON(), nullable=True))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("invitation", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        for name in ("contact", "invitation"):
            batch_op.alter_column(name, existing_type=sa.String(), server_default=None)
    _keep_what_stands()


def _keep_what_stands() -> None:
    """What earlier versions posted about letters under way is redrawn at their next change."""
    of = {
        name: sa.table(name, *(sa.column(column) for column in columns))
        for name, columns in {
            "card": [
                "guild_id",
                "kind",
                "subject_id",
                "channel_id",
                "message_id",
                "stale",
                "version",
                "gone",
                "tries",
            ],
            "delivery": ["id", "notice_id", "place", "recipient_id", "message_id"],
            "notice": ["id", "guild_id", "letter_id", "signatory_id", "kind"],
            "letter": ["id", "state"],
        }.items()
    }
    card, delivery, notice, letter = of.values()
    standing = (
        sa.select(
            notice.c.guild_id,
            sa.literal("notice"),
            delivery.c.id,
            delivery.c.recipient_id,
            delivery.c.message_id,
            sa.false(),
            sa.literal(1),
            sa.false(),
            sa.literal(0),
        )
        .join_from(delivery, notice, notice.c.id == delivery.c.notice_id)
        .join(letter, letter.c.id == notice.c.letter_id)
        .where(
            delivery.c.place == "channel",
            delivery.c.message_id.is_not(None),
            notice.c.kind.in_(STATING),
            notice.c.signatory_id.is_(None),
            letter.c.state.in_(("open", "closed")),
        )
        .order_by(delivery.c.id)
    )
    op.execute(card.insert().from_select([column.name for column in card.c], standing))
