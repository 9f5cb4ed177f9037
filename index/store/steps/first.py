"""The tables of the first format: sources, articles and their versions, passages, vectors, generations, jobs."""

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
