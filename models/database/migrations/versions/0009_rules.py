"""a vote that the close cut short while its letter was paused says so; doubts about imported names stay"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # An earlier version kept refused objections, with who wrote them; they are not kept any more.
    draft = sa.table("draft", sa.column("form", sa.String()))
    op.execute(draft.delete().where(draft.c.form == "object"))
    with op.batch_alter_table("vote") as batch_op:
        batch_op.add_column(
            sa.Column("cut_while_paused", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("signatory") as batch_op:
        batch_op.add_column(sa.Column("found", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("decision") as batch_op:
        batch_op.add_column(sa.Column("meant", sa.JSON(), nullable=False, server_default="{}"))
