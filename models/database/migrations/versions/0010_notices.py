"""a message that was sent may be redrawn: its question is answered, or somebody whom it names was erased"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    states = sa.Enum("stands", "asks", "stale", name="messagestate", native_enum=False, length=16)
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("message_state", states, nullable=False, server_default="stands"))
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.alter_column("message_state", existing_type=states, server_default=None)
        batch_op.create_index(batch_op.f("ix_delivery_message_state"), ["message_state"], unique=False)
