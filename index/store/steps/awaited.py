"""Who waits for the outcome of a reindex, and how often quotations were checked."""

AWAITED = """
-- A server has one reindex at a time. token: what the button that cancels it is named by; at: when it was ordered.
CREATE TABLE awaited (
    server INTEGER PRIMARY KEY,
    token TEXT NOT NULL,
    channel INTEGER NOT NULL,
    member INTEGER NOT NULL,
    source TEXT,
    at REAL NOT NULL
);

-- Quotations that were looked up; day: days since 1970 (UTC), verdict: how that ended.
CREATE TABLE checked (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    quotations INTEGER NOT NULL,
    PRIMARY KEY (server, day, verdict)
) WITHOUT ROWID;
"""
