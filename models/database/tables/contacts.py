"""The table of contact addresses: apart from everything else, so that it can be erased alone."""

from datetime import datetime

from sqlmodel import SQLModel

from models.database.tables.columns import link, snowflake


class Contact(SQLModel, table=True):
    """Where a signatory can be written to. For moderators only; never in journal, list or edition."""

    signatory_id: int = link("signatory.id", index=False, primary_key=True)
    address: str
    recorded_by: int | None = snowflake(default=None)
    recorded_at: datetime
