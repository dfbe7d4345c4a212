"""a letter can have a page on the web that the bot keeps"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letterpage",
        sa.Column("letter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Boolean(), nullable=False),
        sa.Column("light", sa.String(), nullable=False),
        sa.Column("dark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_letterpage_letter_id_letter")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_letterpage")),
    )
