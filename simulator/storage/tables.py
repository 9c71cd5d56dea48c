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
    Column("job_id", Integer),  # for which job it was rehearsed; emptied when the job is removed and the call stays
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

drill_items = Table(
    "drill_items",
    metadata,
    Column("item", String(64), primary_key=True),  # of the checklist
    Column("due", DateTime, nullable=False),  # UTC
    Column("reviewed_at", DateTime, nullable=False),  # UTC
    Column("state", Integer, nullable=False),  # 1 learning, 2 known, 3 learning anew
    Column("step", Integer),
    Column("stability", Float, nullable=False),  # days
    Column("difficulty", Float, nullable=False),  # 1 to 10
)

drill_tries = Table(
    "drill_tries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("call_id", Integer, ForeignKey("calls.id", ondelete="CASCADE"), nullable=False),
    Column("turn", Integer, nullable=False),  # the number of the turn that was said anew
    Column("item", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("tried_at", DateTime, nullable=False),  # UTC
    sqlite_autoincrement=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(200), nullable=False, unique=True),  # the name, whatever its case
    Column("name", Text, nullable=False),
    *(
        Column(name, Text, nullable=False)
        for name in (
            *("company", "position", "contact", "others", "candidate", "discussed", "strengths", "concerns"),
            *("phone", "email", "own_phone", "rule_note", "time_zone"),
            "media",  # words, a space between two
        )
    ),
    Column("interviewed", String(10)),  # dates as YYYY-MM-DD
    Column("medium", String(16)),
    Column("promised", String(10)),
    Column("contact_rule", String(16), nullable=False),
    Column("country", String(16), nullable=False),
    sqlite_autoincrement=True,
)

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("job_id", Integer, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("on", String(10), nullable=False),
    Column("medium", String(16), nullable=False),
    Column("answer", String(16), nullable=False),
    Column("thank_you", Boolean, nullable=False),
    Column("whom", Text, nullable=False),
    Column("promised", String(10)),
    Column("branch", String(16)),
    Column("feeling", Integer),  # 1 to 5
    Column("notes", Text, nullable=False),
    sqlite_autoincrement=True,
)
