"""What checking and listing quotations needs: every version's words, speakers by name."""

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
