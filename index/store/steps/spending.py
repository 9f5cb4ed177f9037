"""What each server spent on the language model."""

SPENDING = """
-- Tokens of the language model that each server spent; day: days since 1970 (UTC).
CREATE TABLE spending (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    PRIMARY KEY (server, day)
) WITHOUT ROWID;
"""
