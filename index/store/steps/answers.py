"""What was answered where: for the buttons below an answer, for follow-ups and for corrections."""

ANSWERS = """
-- token: what the buttons name it by, which can't be guessed; direct: in a direct message; asked: JSON of what it was
-- asked with and how it was understood; no word of an article is in it.
CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    message INTEGER,
    asker INTEGER NOT NULL,
    at REAL NOT NULL,
    direct INTEGER NOT NULL,
    private INTEGER NOT NULL,
    question TEXT NOT NULL,
    asked TEXT NOT NULL
);
CREATE INDEX answers_by_message ON answers (message) WHERE message IS NOT NULL;
CREATE INDEX answers_by_server ON answers (server, at);
CREATE INDEX answers_by_asker ON answers (asker, server);
CREATE INDEX answers_by_age ON answers (at);

-- The passages it quoted; version: which of the article's, from 1; told: when a correction was told below it.
CREATE TABLE cited (
    answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker TEXT,
    told REAL,
    PRIMARY KEY (answer, n)
) WITHOUT ROWID;
CREATE INDEX cited_by_article ON cited (article);

-- The passages that were read for it, in their order (place, from 1).
CREATE TABLE tried (
    answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    cosine REAL,
    by_words INTEGER NOT NULL,
    quotations INTEGER NOT NULL,
    PRIMARY KEY (answer, place)
) WITHOUT ROWID;
CREATE INDEX tried_by_article ON tried (article);

CREATE TABLE votes (
    answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    member INTEGER NOT NULL,
    good INTEGER NOT NULL,
    PRIMARY KEY (answer, member)
) WITHOUT ROWID;
"""
