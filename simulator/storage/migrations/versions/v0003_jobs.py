"""Real jobs, each real contact with an employer, and for which job a call was rehearsed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    texts = (
        "company position contact others candidate discussed strengths concerns phone email own_phone rule_note "
        "time_zone media"
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(200), nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts.split()),
        sa.Column("interviewed", sa.String(10)),
        sa.Column("medium", sa.String(16)),
        sa.Column("promised", sa.String(10)),
        sa.Column("contact_rule", sa.String(16), nullable=False),
        sa.Column("country", sa.String(16), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("job_id", sa.Integer, sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.Column("medium", sa.String(16), nullable=False),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.Column("thank_you", sa.Boolean, nullable=False),
        sa.Column("whom", sa.Text, nullable=False),
        sa.Column("promised", sa.String(10)),
        sa.Column("branch", sa.String(16)),
        sa.Column("feeling", sa.Integer),
        sa.Column("notes", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.add_column("calls", sa.Column("job_id", sa.Integer))
