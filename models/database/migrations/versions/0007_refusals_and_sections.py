"""a person's no is recognised after their erasure, and an erasure blanks the person and not the act"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "refusedname",
        sa.Column("id", key, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("letter_id", key, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_refusedname_letter_id_letter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusedname")),
    )
    with op.batch_alter_table("refusedname", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refusedname_letter_id"), ["letter_id"], unique=False)

    with op.batch_alter_table("journalentry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sections", sa.JSON(), nullable=True))
