"""a published list says where people outside Discord sign or have a name removed"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact", sa.VARCHAR(), nullable=False, server_default=""))
