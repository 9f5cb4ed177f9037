"""What moderators call an outlet, shown beside what it is cited for."""

LABELS = """
CREATE TABLE labels (
    server INTEGER NOT NULL,
    outlet TEXT NOT NULL COLLATE NOCASE,
    label TEXT NOT NULL CHECK (label IN ('wire', 'opinion', 'state media', 'paywalled')),
    PRIMARY KEY (server, outlet, label)
) WITHOUT ROWID;
"""
