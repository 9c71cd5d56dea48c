"""The words of spoken turns, with their times."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("turns", sa.Column("words", sa.Text))
