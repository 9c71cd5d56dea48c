"""What a call may have besides: dates, a persona, circumstances, and who of the other end spoke."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in ("interviewed", "promised", "persona", "circumstances"):
        op.add_column("calls", sa.Column(name, sa.Text))
    op.add_column("turns", sa.Column("role", sa.String(16)))
