"""The tables as they are now. How they came to be is told by the migrations."""

from sqlalchemy import Boolean, Column, DateTime, Float, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("started_at", DateTime, nullable=False),  # UTC
    Column("finished", Boolean, nullable=False),
    Column("score", Float),  # 0 to 100
    Column("kind", String(32), nullable=False),
    Column("scenario", Text, nullable=False),
    Column("seed", Text, nullable=False),  # a whole number of any size
    Column("contact", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("candidate", Text, nullable=False),
    Column("discussion_topic", Text, nullable=False),
    Column("interviewed", Text),
    Column("promised", Text),
    Column("persona", Text),
    Column("circumstances", Text),  # words, a space between two
    sqlite_autoincrement=True,  # the id of a deleted call is never given to another
)

turns = Table(
    "turns",
    metadata,
    Column("call_id", Integer, ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # among all turns of the call, from 0
    Column("speaker", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("started_ms", Integer),
    Column("ended_ms", Integer),
    Column("role", String(16)),
    Column("words", Text),  # of a spoken turn: JSON as in transcripts
)
