"""What telling copies needs: origins, bands, what was taken down, who changed what."""

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
