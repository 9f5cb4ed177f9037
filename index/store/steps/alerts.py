"""What members follow and what digests are sent, and what each was told."""

ALERTS = """
-- channel: where it is told, NULL in a direct message; seen: the last article it was held against;
-- quiet_from, quiet_to: minutes of the day (UTC) between which nothing is told.
CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    member INTEGER NOT NULL,
    channel INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'speaker', 'question')),
    words TEXT NOT NULL,
    quiet_from INTEGER,
    quiet_to INTEGER,
    created REAL NOT NULL,
    seen INTEGER NOT NULL
);
CREATE INDEX follows_by_server ON follows (server, member);

-- The stories that a follow was told of: one row for each article of them.
CREATE TABLE alerted (
    follow INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    PRIMARY KEY (follow, article)
) WITHOUT ROWID;

CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    every TEXT NOT NULL CHECK (every IN ('day', 'week')),
    minute INTEGER NOT NULL,
    due REAL NOT NULL,
    UNIQUE (server, channel)
);
CREATE TABLE digested (
    digest INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    PRIMARY KEY (digest, article)
) WITHOUT ROWID;
"""
