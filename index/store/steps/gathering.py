"""What following sources needs: when each is read, what it listed, what hosts said, jobs that outlive a stop."""

GATHERING = """
-- A source with an address is read again when it is due. interval: seconds between the last two readings.
-- listed: how many items it listed then; asked: seconds that it asks to be left alone between readings;
-- failures: how many in a row; trouble: what the last one was; paused: why it is not read any more.
ALTER TABLE sources ADD COLUMN address TEXT;
ALTER TABLE sources ADD COLUMN interval REAL;
ALTER TABLE sources ADD COLUMN due REAL;
ALTER TABLE sources ADD COLUMN read REAL;
ALTER TABLE sources ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN asked REAL;
ALTER TABLE sources ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN trouble TEXT;
ALTER TABLE sources ADD COLUMN paused TEXT;
CREATE UNIQUE INDEX sources_by_address ON sources (server, address);
CREATE INDEX sources_due ON sources (due) WHERE address IS NOT NULL AND paused IS NULL;

-- What a source has listed so far, and what became of it (stored, refused, or failed: to be tried again);
-- fingerprint: of what the listing said of it; tries: how often it failed in a row.
CREATE TABLE items (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
    seen REAL NOT NULL,
    PRIMARY KEY (source, address)
) WITHOUT ROWID;
CREATE INDEX items_by_article ON items (article);

-- What a host said of an address, to be echoed as received to the address that said it (of).
-- By source, so that no server learns from what another read.
-- of: the address that said it, at the end of the redirects.
CREATE TABLE validators (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    of TEXT,
    PRIMARY KEY (source, address)
) WITHOUT ROWID;

-- What every reading has to respect: not before this moment, and the rules a host's robots.txt gave.
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    not_before REAL,
    robots TEXT,
    robots_read REAL
) WITHOUT ROWID;

-- everyone: of every server, as the operator may; starts: how often it was begun; counts: JSON of what it did.
ALTER TABLE jobs RENAME TO old_jobs;
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT COLLATE NOCASE,
    everyone INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    queued REAL NOT NULL,
    started REAL,
    starts INTEGER NOT NULL DEFAULT 0,
    ended REAL,
    reason TEXT,
    counts TEXT
);
CREATE INDEX jobs_at_work ON jobs (state) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_by_server ON jobs (server, id);
INSERT INTO jobs (id, server, kind, source, state, done, total, queued, started, ended, reason)
    SELECT id, server, kind, source, state, done, total, started, started, ended, reason FROM old_jobs;
DROP TABLE old_jobs;
"""
