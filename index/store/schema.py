"""The tables, as numbered steps from an empty file to today's; `database` applies the steps a file has not seen yet.

A step that has been released is never edited: what changes is said by a new one.
"""

from __future__ import annotations

FIRST = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    created REAL NOT NULL,
    indexed REAL,
    UNIQUE (server, name)
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources (id),
    article_id TEXT NOT NULL,
    url TEXT,
    version INTEGER,
    added REAL NOT NULL,
    UNIQUE (server, article_id)
);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_source ON articles (source);

CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL COLLATE NOCASE,
    author TEXT,
    published INTEGER,
    has_time INTEGER NOT NULL,
    text TEXT NOT NULL,
    stored REAL NOT NULL
);
CREATE INDEX versions_by_article ON versions (article);
CREATE INDEX versions_by_outlet ON versions (outlet);

CREATE TABLE quotations (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    spans TEXT NOT NULL,
    speaker TEXT,
    cue TEXT,
    resolved INTEGER NOT NULL,
    role TEXT
);
CREATE INDEX quotations_by_version ON quotations (version);

-- A passage is alive in generation g when born <= g and (died IS NULL or died > g).
-- AUTOINCREMENT: a number that the vector index may still hold is never given to another passage.
-- server and published repeat what the article says, so that a filtered search reads one table.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    server INTEGER NOT NULL,
    published INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    digest BLOB NOT NULL,
    born INTEGER NOT NULL,
    died INTEGER
);
CREATE INDEX passages_by_article ON passages (article);
CREATE INDEX passages_by_version ON passages (version);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE INDEX passages_to_filter ON passages (server, published, born, died);

CREATE VIRTUAL TABLE keywords USING fts5 (title, text, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- One vector for one text of one model, whoever stored the text: the same text is never embedded twice.
CREATE TABLE vectors (
    model INTEGER NOT NULL REFERENCES models (id),
    digest BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, digest)
) WITHOUT ROWID;

CREATE TABLE generations (
    id INTEGER PRIMARY KEY,
    model INTEGER NOT NULL REFERENCES models (id),
    created REAL NOT NULL
);
CREATE TABLE live (one INTEGER PRIMARY KEY CHECK (one = 1), generation INTEGER NOT NULL REFERENCES generations (id));

-- What the vector index of a generation holds, as far as it has said so; gone: it should not any more.
CREATE TABLE members (
    generation INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, passage)
) WITHOUT ROWID;
CREATE INDEX members_by_passage ON members (passage);
CREATE INDEX members_gone ON members (generation) WHERE gone;
CREATE TRIGGER passage_gone AFTER DELETE ON passages BEGIN
    UPDATE members SET gone = 1 WHERE passage = OLD.id;
END;

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    started REAL NOT NULL,
    ended REAL,
    reason TEXT
);
"""

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

COPIES = """
-- origin: the article that this one is a near copy of; instead: the common article whose place it takes for its server;
-- signed: whether its bands are those of its current text. agency: the wire service that a version names.
ALTER TABLE articles ADD COLUMN origin INTEGER REFERENCES articles (id) ON DELETE SET NULL;
ALTER TABLE articles ADD COLUMN instead INTEGER REFERENCES articles (id) ON DELETE SET NULL;
ALTER TABLE articles ADD COLUMN signed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_by_origin ON articles (origin) WHERE origin IS NOT NULL;
CREATE INDEX articles_instead ON articles (instead, server) WHERE instead IS NOT NULL;
CREATE INDEX articles_unsigned ON articles (id) WHERE signed = 0;
ALTER TABLE versions ADD COLUMN agency TEXT;
ALTER TABLE versions ADD COLUMN language TEXT;

-- copy: the passage is not searched; digest is then that of the origin's passage it stands for.
ALTER TABLE passages ADD COLUMN copy INTEGER NOT NULL DEFAULT 0;
CREATE INDEX passages_of_copies ON passages (server, published) WHERE copy = 1;
DROP INDEX passages_to_filter;
CREATE INDEX passages_to_filter ON passages (server, published, born, died, copy, article);

-- The bands of an article's MinHash, by which near copies find each other.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article);

-- What was taken down: an address or identifier does not come back to this server (0: to none) until it is allowed.
-- article_id: what was taken down together is allowed together.
CREATE TABLE blocked (
    server INTEGER NOT NULL,
    known_by TEXT NOT NULL,
    article_id TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (server, known_by)
) WITHOUT ROWID;

-- Who changed what; what: an address, an identifier, the name of a source.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    at REAL NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    what TEXT NOT NULL
);
CREATE INDEX audit_by_server ON audit (server, id);
"""

QUOTATIONS = """
-- The words of every version ever stored, whole: passages are cut, and only what is searched today has any.
CREATE VIRTUAL TABLE wordings USING fts5 (
    text, content = 'versions', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO wordings (wordings) VALUES ('rebuild');
CREATE TRIGGER version_stored AFTER INSERT ON versions BEGIN
    INSERT INTO wordings (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER version_gone AFTER DELETE ON versions BEGIN
    INSERT INTO wordings (wordings, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;

-- Where a quotation begins, to tell which passage holds it.
ALTER TABLE quotations ADD COLUMN start INTEGER GENERATED ALWAYS AS (json_extract(spans, '$[0][0]')) VIRTUAL;
CREATE INDEX quotations_by_speaker ON quotations (speaker, version);

CREATE INDEX articles_by_version ON articles (version, server);

-- The name of each who is quoted, once, and its words: to find the spellings of a name.
CREATE TABLE speakers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE speaker_words USING fts5 (
    name, content = 'speakers', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER speaker_met AFTER INSERT ON speakers BEGIN
    INSERT INTO speaker_words (rowid, name) VALUES (NEW.id, NEW.name);
END;
CREATE TRIGGER speaker_gone AFTER DELETE ON speakers BEGIN
    INSERT INTO speaker_words (speaker_words, rowid, name) VALUES ('delete', OLD.id, OLD.name);
END;
INSERT INTO speakers (name) SELECT DISTINCT speaker FROM quotations WHERE speaker IS NOT NULL;
CREATE TRIGGER quotation_stored AFTER INSERT ON quotations WHEN NEW.speaker IS NOT NULL BEGIN
    INSERT OR IGNORE INTO speakers (name) VALUES (NEW.speaker);
END;
CREATE TRIGGER quotation_gone AFTER DELETE ON quotations
WHEN NOT EXISTS (SELECT 1 FROM quotations WHERE speaker = OLD.speaker) BEGIN
    DELETE FROM speakers WHERE name = OLD.speaker;
END;
"""

SPENDING = """
-- Tokens of the language model that each server spent; day: days since 1970 (UTC).
CREATE TABLE spending (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    PRIMARY KEY (server, day)
) WITHOUT ROWID;
"""

STEPS: tuple[str, ...] = (FIRST, GATHERING, COPIES, QUOTATIONS, SPENDING)
"""Step n takes a file from `user_version` n-1 to n."""
