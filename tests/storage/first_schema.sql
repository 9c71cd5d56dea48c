-- A database of the first schema, as it was made by Ringback 0.1.0: never to be changed.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE calls (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	started_at DATETIME NOT NULL, 
	finished BOOLEAN NOT NULL, 
	score FLOAT, 
	kind VARCHAR(32) NOT NULL, 
	scenario TEXT NOT NULL, 
	seed TEXT NOT NULL, 
	contact TEXT NOT NULL, 
	company TEXT NOT NULL, 
	position TEXT NOT NULL, 
	candidate TEXT NOT NULL, 
	discussion_topic TEXT NOT NULL
);
INSERT INTO "calls" VALUES(3,'2026-03-02 09:30:00.000000',1,64.0,'rejection','quayside','41','Mr. Okafor','Quayside Freight','Planner','Jo Reyes','the night schedule');
CREATE TABLE turns (
	call_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	speaker VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	started_ms INTEGER, 
	ended_ms INTEGER, 
	PRIMARY KEY (call_id, number), 
	FOREIGN KEY(call_id) REFERENCES calls (id) ON DELETE CASCADE
);
INSERT INTO "turns" VALUES(3,0,'interviewer','Okafor.',0,700);
INSERT INTO "turns" VALUES(3,1,'candidate','Hello, it''s Jo Reyes. I don''t want to rush you.',NULL,NULL);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('calls',3);
COMMIT;
