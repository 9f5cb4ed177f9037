"""What members follow, which digests are sent, what each was told, and which articles changed below an answer."""

ALERTS = """
-- Each article gets a number as it comes, which no other ever has: rows of articles that went are used again.
CREATE TABLE arrivals (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TRIGGER article_arrived AFTER INSERT ON articles BEGIN
    INSERT INTO arrivals (article) VALUES (NEW.id);
END;

-- token: what its buttons name it by; channel: where it is told, NULL in a direct message; seen: the last arrival it
-- was held against; quiet_from, quiet_to: minutes of a day that is utc_offset minutes ahead of UTC, between which
-- nothing is told; paused: why nothing is told any more.
CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    server INTEGER NOT NULL,
    member INTEGER NOT NULL,
    channel INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('topic', 'speaker', 'question')),
    words TEXT NOT NULL,
    quiet_from INTEGER,
    quiet_to INTEGER,
    utc_offset INTEGER NOT NULL DEFAULT 0,
    created REAL NOT NULL,
    seen INTEGER NOT NULL,
    paused TEXT
);
CREATE INDEX follows_by_server ON follows (server, member);

-- A story that waits to be told to a follow, with the words to quote; claim: names the message that it is told in, from
-- before that is sent until it is noted.
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    follow INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    speaker TEXT,
    claim INTEGER
);
CREATE INDEX alerts_by_follow ON alerts (follow);
CREATE INDEX alerts_by_article ON alerts (article);

-- The articles of the stories that a follow was or will be told of; story: the alert; at: when that was decided.
CREATE TABLE alerted (
    follow INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (follow, article)
) WITHOUT ROWID;
CREATE INDEX alerted_by_article ON alerted (article);

-- weekday: 0 is Monday; minute: of the day, utc_offset minutes ahead of UTC; since: up to when it has told everything.
CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    every TEXT NOT NULL CHECK (every IN ('day', 'week')),
    weekday INTEGER NOT NULL,
    minute INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    since REAL NOT NULL,
    due REAL NOT NULL,
    paused TEXT,
    UNIQUE (server, channel)
);
CREATE TABLE digested (
    digest INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    PRIMARY KEY (digest, article)
) WITHOUT ROWID;
CREATE INDEX digested_by_article ON digested (article);

-- Articles that an answer cites and that have a new version, until it was decided what to tell of it.
CREATE TABLE amended (article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE);
CREATE TRIGGER article_amended AFTER INSERT ON versions
WHEN EXISTS (SELECT 1 FROM cited WHERE article = NEW.article AND told IS NULL) BEGIN
    INSERT OR IGNORE INTO amended (article) VALUES (NEW.article);
END;
"""
