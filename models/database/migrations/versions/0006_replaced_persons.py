"""who was asked about a name before somebody else was asked in their place"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    counted = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "replacedperson",
        sa.Column("id", counted, nullable=False),
        sa.Column("signatory_id", counted, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["signatory.id"], name=op.f("fk_replacedperson_signatory_id_signatory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacedperson")),
    )
    op.create_index(op.f("ix_replacedperson_signatory_id"), "replacedperson", ["signatory_id"])
    op.create_index(op.f("ix_replacedperson_user_id"), "replacedperson", ["user_id"])
