"""one allowance for every way in, a channel that everyone reads, a lock"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "allowanceuse",
        sa.Column("id", key, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("letter_id", key, nullable=False),
        sa.Column("signatory_id", key, nullable=False),
        sa.Column(
            "what",
            sa.Enum("added", "asked", "was asked", name="use", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_allowanceuse_letter_id_letter")),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["signatory.id"], name=op.f("fk_allowanceuse_signatory_id_signatory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allowanceuse")),
    )
    with op.batch_alter_table("allowanceuse", schema=None) as batch_op:
        batch_op.create_index("ix_allowanceuse_who_at", ["who", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_allowanceuse_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_allowanceuse_signatory_id"), ["signatory_id"], unique=False)
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("most_open", sa.Integer(), nullable=True))
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("coalition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("welcome_id", sa.BigInteger(), nullable=True))
