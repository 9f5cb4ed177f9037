"""What a server has decided: its settings, and how much it asked today."""

SERVERS = """
-- A row for each server that the bot was ever in. settings: JSON of what its administrators set; left: when the bot was
-- removed from it, until its data is purged; told: the last entry of the audit log that was posted there.
CREATE TABLE servers (
    server INTEGER PRIMARY KEY,
    settings TEXT NOT NULL DEFAULT '{}',
    left REAL,
    told INTEGER
);

-- Questions that each server asked; day: days since 1970 (UTC).
CREATE TABLE asked (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    PRIMARY KEY (server, day)
) WITHOUT ROWID;
"""
