"""What was answered where: for the buttons below an answer, for follow-ups and for corrections."""

ANSWERS = """
-- token: what the buttons name it by, which can't be guessed; answer: JSON of what was shown.
CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    message INTEGER,
    asker INTEGER NOT NULL,
    at REAL NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX answers_by_message ON answers (message);
CREATE INDEX answers_by_server ON answers (server, at);

-- The passages it quoted; told: when a correction of the article was told below it.
CREATE TABLE cited (
    answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    told REAL,
    PRIMARY KEY (answer, n)
) WITHOUT ROWID;
CREATE INDEX cited_by_article ON cited (article);

CREATE TABLE votes (
    answer INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    member INTEGER NOT NULL,
    good INTEGER NOT NULL,
    PRIMARY KEY (answer, member)
) WITHOUT ROWID;
"""
