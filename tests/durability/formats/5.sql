CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    created REAL NOT NULL,
    indexed REAL, address TEXT, interval REAL, due REAL, read REAL, listed INTEGER NOT NULL DEFAULT 0, asked REAL, failures INTEGER NOT NULL DEFAULT 0, trouble TEXT, paused TEXT,
    UNIQUE (server, name)
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources (id),
    article_id TEXT NOT NULL,
    url TEXT,
    version INTEGER,
    added REAL NOT NULL, origin INTEGER REFERENCES articles (id) ON DELETE SET NULL, instead INTEGER REFERENCES articles (id) ON DELETE SET NULL, signed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (server, article_id)
);
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
, agency TEXT, language TEXT);
CREATE TABLE quotations (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    spans TEXT NOT NULL,
    speaker TEXT,
    cue TEXT,
    resolved INTEGER NOT NULL,
    role TEXT
, start INTEGER GENERATED ALWAYS AS (json_extract(spans, '$[0][0]')) VIRTUAL);
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
, copy INTEGER NOT NULL DEFAULT 0);
CREATE VIRTUAL TABLE keywords USING fts5 (title, text, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
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
CREATE TABLE members (
    generation INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, passage)
) WITHOUT ROWID;
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
CREATE TABLE validators (
    source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    of TEXT,
    PRIMARY KEY (source, address)
) WITHOUT ROWID;
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    not_before REAL,
    robots TEXT,
    robots_read REAL
) WITHOUT ROWID;
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
CREATE TABLE bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE TABLE blocked (
    server INTEGER NOT NULL,
    known_by TEXT NOT NULL,
    article_id TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (server, known_by)
) WITHOUT ROWID;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    at REAL NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    what TEXT NOT NULL
);
CREATE VIRTUAL TABLE wordings USING fts5 (
    text, content = 'versions', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE speakers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE speaker_words USING fts5 (
    name, content = 'speakers', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE spending (
    server INTEGER NOT NULL,
    day INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    PRIMARY KEY (server, day)
) WITHOUT ROWID;
INSERT INTO sources ("id", "server", "name", "kind", "created", "indexed", "address", "interval", "due", "read", "listed", "asked", "failures", "trouble", "paused") VALUES (1, 0, 'f', 'import', 1.79543713105142927173e+09, 1795437133.95107, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL);
INSERT INTO sources ("id", "server", "name", "kind", "created", "indexed", "address", "interval", "due", "read", "listed", "asked", "failures", "trouble", "paused") VALUES (2, 77, 'f', 'import', 1.79543713360659432411e+09, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (1, 0, 1, 'v1', 'https://villages.example/1', 1, 1.79543713105142927173e+09, NULL, NULL, 1);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (2, 0, 1, 'v2', 'https://villages.example/2', 2, 1.79543713105142927173e+09, NULL, NULL, 1);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (3, 0, 1, 'v3', 'https://villages.example/3', 3, 1.79543713105142927173e+09, NULL, NULL, 1);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (5, 0, 1, 'harbour', 'https://courier.example/harbour', 7, 1.79543713105142927173e+09, NULL, NULL, 1);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (6, 0, 1, 'harbour-copy', 'https://herald.example/harbour', 6, 1.79543713105142927173e+09, NULL, NULL, 1);
INSERT INTO articles ("id", "server", "source", "article_id", "url", "version", "added", "origin", "instead", "signed") VALUES (7, 77, 2, 'v7', 'https://villages.example/7', 8, 1.79543713360659432411e+09, NULL, NULL, 1);
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (1, 1, 'The count of Village1', 'Village News', NULL, 1735776000, 0, 'Village1 counted 327 sheep in 2020, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 328 wells in 2020, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 329 bridges in 2020, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 330 barns in 2020, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 331 orchards in 2020, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 332 chapels in 2020, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 333 mills in 2020, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 334 ferries in 2020, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 328 sheep in 2021, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 329 wells in 2021, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 330 bridges in 2021, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 331 barns in 2021, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 332 orchards in 2021, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 333 chapels in 2021, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 334 mills in 2021, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 335 ferries in 2021, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 329 sheep in 2022, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 330 wells in 2022, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 331 bridges in 2022, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 332 barns in 2022, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 333 orchards in 2022, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 334 chapels in 2022, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 335 mills in 2022, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 336 ferries in 2022, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.', 1.79543713105142927173e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (2, 2, 'The count of Village2', 'Village News', NULL, 1735862400, 0, 'Village2 counted 334 sheep in 2020, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 335 wells in 2020, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 336 bridges in 2020, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 337 barns in 2020, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 338 orchards in 2020, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 339 chapels in 2020, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 340 mills in 2020, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 341 ferries in 2020, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 335 sheep in 2021, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 336 wells in 2021, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 337 bridges in 2021, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 338 barns in 2021, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 339 orchards in 2021, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 340 chapels in 2021, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 341 mills in 2021, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 342 ferries in 2021, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 336 sheep in 2022, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 337 wells in 2022, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 338 bridges in 2022, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 339 barns in 2022, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 340 orchards in 2022, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 341 chapels in 2022, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 342 mills in 2022, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 343 ferries in 2022, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.', 1.79543713105142927173e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (3, 3, 'The count of Village3', 'Village News', NULL, 1735948800, 0, 'Village3 counted 341 sheep in 2020, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 342 wells in 2020, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 343 bridges in 2020, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 344 barns in 2020, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 345 orchards in 2020, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 346 chapels in 2020, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 347 mills in 2020, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 348 ferries in 2020, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 342 sheep in 2021, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 343 wells in 2021, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 344 bridges in 2021, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 345 barns in 2021, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 346 orchards in 2021, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 347 chapels in 2021, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 348 mills in 2021, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 349 ferries in 2021, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 343 sheep in 2022, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 344 wells in 2022, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 345 bridges in 2022, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 346 barns in 2022, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 347 orchards in 2022, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 348 chapels in 2022, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 349 mills in 2022, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 350 ferries in 2022, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.', 1.79543713105142927173e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (5, 5, 'Harbour of Port Elan reopens', 'The Elan Courier', NULL, 1741046400, 0, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.', 1.79543713105142927173e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (6, 6, 'Harbour of Port Elan reopens', 'The Bay Herald', NULL, 1741132800, 0, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.', 1.79543713105142927173e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (7, 5, 'Harbour of Port Elan reopens', 'The Elan Courier', NULL, 1741046400, 0, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.4 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.', 1.79543713348656773561e+09, NULL, 'en');
INSERT INTO versions ("id", "article", "title", "outlet", "author", "published", "has_time", "text", "stored", "agency", "language") VALUES (8, 7, 'The count of Village7', 'Village News', NULL, 1736294400, 0, 'Village7 counted 369 sheep in 2020, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 370 wells in 2020, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 371 bridges in 2020, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 372 barns in 2020, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 373 orchards in 2020, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 374 chapels in 2020, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 375 mills in 2020, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 376 ferries in 2020, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 370 sheep in 2021, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 371 wells in 2021, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 372 bridges in 2021, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 373 barns in 2021, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 374 orchards in 2021, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 375 chapels in 2021, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 376 mills in 2021, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 377 ferries in 2021, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 371 sheep in 2022, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 372 wells in 2022, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 373 bridges in 2022, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 374 barns in 2022, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 375 orchards in 2022, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 376 chapels in 2022, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 377 mills in 2022, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 378 ferries in 2022, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.', 1.79543713360659432411e+09, NULL, 'en');
INSERT INTO quotations ("id", "version", "spans", "speaker", "cue", "resolved", "role") VALUES (1, 5, '[[103, 154]]', 'Odile Marchetti', 'said', 0, 'harbour master');
INSERT INTO quotations ("id", "version", "spans", "speaker", "cue", "resolved", "role") VALUES (3, 7, '[[103, 154]]', 'Odile Marchetti', 'said', 0, 'harbour master');
INSERT INTO quotations ("id", "version", "spans", "speaker", "cue", "resolved", "role") VALUES (4, 6, '[[103, 154]]', 'Odile Marchetti', 'said', 0, 'harbour master');
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (21, 7, 8, 77, 1736294400, 0, 1007, X'B631142681219344BA63B00F53D0D13D', 1, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (22, 7, 8, 77, 1736294400, 1008, 2020, X'FED9344826FEB1A44023AC9F906418E1', 1, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (23, 7, 8, 77, 1736294400, 2021, 3029, X'10AF343DA63A858A5D20728A73891F5D', 1, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (24, 7, 8, 77, 1736294400, 3030, 3463, X'CA1B7CA522785356D6B04E789EDAACED', 1, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (25, 1, 1, 0, 1735776000, 0, 1007, X'85F9F18E95E449C5D91ED806D3093663', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (26, 1, 1, 0, 1735776000, 1008, 2020, X'66FA326CD255D34710C627065CD3B52F', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (27, 1, 1, 0, 1735776000, 2021, 3029, X'1F1739E577C04FEF9A64B5ABF1A69A7D', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (28, 1, 1, 0, 1735776000, 3030, 3463, X'AA85F2B531FFE0AC55A5F07D3F08493D', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (29, 2, 2, 0, 1735862400, 0, 1007, X'63F8CC1FC345B227899C98F99D115339', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (30, 2, 2, 0, 1735862400, 1008, 2020, X'42D1135A50355A6AA8537D728D7C6803', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (31, 2, 2, 0, 1735862400, 2021, 3029, X'F257A6E1BA9BB461E993CA72F57DC21E', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (32, 2, 2, 0, 1735862400, 3030, 3463, X'0761CCB7CDC6BD1D67038E207F2DB463', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (33, 3, 3, 0, 1735948800, 0, 1007, X'4CFB3A9BE53873A2C793037F62F71C64', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (34, 3, 3, 0, 1735948800, 1008, 2020, X'56BE8D5A912663680C894FFB17A5C3AD', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (35, 3, 3, 0, 1735948800, 2021, 3029, X'A5668FFDE0F299EBF23B0D85BFA206F3', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (36, 3, 3, 0, 1735948800, 3030, 3463, X'24B734BAB737FB8C6F2B4C0B69757A4C', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (41, 5, 7, 0, 1741046400, 0, 330, X'968F702A982F07E9434BE74243CCB6C9', 2, NULL, 0);
INSERT INTO passages ("id", "article", "version", "server", "published", "start", "end", "digest", "born", "died", "copy") VALUES (42, 6, 6, 0, 1741132800, 0, 330, X'A262C387F3B5348C25377BE475EA2C42', 2, NULL, 0);
INSERT INTO keywords (rowid, "title", "text") VALUES (21, 'The count of Village7', 'Village7 counted 369 sheep in 2020, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 370 wells in 2020, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 371 bridges in 2020, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 372 barns in 2020, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 373 orchards in 2020, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 374 chapels in 2020, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 375 mills in 2020, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (22, 'The count of Village7', 'Village7 counted 376 ferries in 2020, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 370 sheep in 2021, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 371 wells in 2021, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 372 bridges in 2021, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 373 barns in 2021, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 374 orchards in 2021, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 375 chapels in 2021, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (23, 'The count of Village7', 'Village7 counted 376 mills in 2021, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 377 ferries in 2021, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 371 sheep in 2022, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 372 wells in 2022, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 373 bridges in 2022, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 374 barns in 2022, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 375 orchards in 2022, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (24, 'The count of Village7', 'Village7 counted 376 chapels in 2022, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 377 mills in 2022, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 378 ferries in 2022, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (25, 'The count of Village1', 'Village1 counted 327 sheep in 2020, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 328 wells in 2020, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 329 bridges in 2020, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 330 barns in 2020, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 331 orchards in 2020, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 332 chapels in 2020, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 333 mills in 2020, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (26, 'The count of Village1', 'Village1 counted 334 ferries in 2020, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 328 sheep in 2021, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 329 wells in 2021, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 330 bridges in 2021, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 331 barns in 2021, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 332 orchards in 2021, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 333 chapels in 2021, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (27, 'The count of Village1', 'Village1 counted 334 mills in 2021, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 335 ferries in 2021, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 329 sheep in 2022, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 330 wells in 2022, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 331 bridges in 2022, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 332 barns in 2022, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 333 orchards in 2022, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (28, 'The count of Village1', 'Village1 counted 334 chapels in 2022, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 335 mills in 2022, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 336 ferries in 2022, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (29, 'The count of Village2', 'Village2 counted 334 sheep in 2020, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 335 wells in 2020, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 336 bridges in 2020, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 337 barns in 2020, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 338 orchards in 2020, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 339 chapels in 2020, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 340 mills in 2020, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (30, 'The count of Village2', 'Village2 counted 341 ferries in 2020, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 335 sheep in 2021, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 336 wells in 2021, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 337 bridges in 2021, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 338 barns in 2021, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 339 orchards in 2021, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 340 chapels in 2021, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (31, 'The count of Village2', 'Village2 counted 341 mills in 2021, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 342 ferries in 2021, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 336 sheep in 2022, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 337 wells in 2022, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 338 bridges in 2022, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 339 barns in 2022, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 340 orchards in 2022, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (32, 'The count of Village2', 'Village2 counted 341 chapels in 2022, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 342 mills in 2022, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 343 ferries in 2022, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (33, 'The count of Village3', 'Village3 counted 341 sheep in 2020, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 342 wells in 2020, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 343 bridges in 2020, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 344 barns in 2020, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 345 orchards in 2020, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 346 chapels in 2020, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 347 mills in 2020, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (34, 'The count of Village3', 'Village3 counted 348 ferries in 2020, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 342 sheep in 2021, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 343 wells in 2021, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 344 bridges in 2021, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 345 barns in 2021, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 346 orchards in 2021, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 347 chapels in 2021, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (35, 'The count of Village3', 'Village3 counted 348 mills in 2021, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 349 ferries in 2021, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 343 sheep in 2022, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 344 wells in 2022, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 345 bridges in 2022, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 346 barns in 2022, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 347 orchards in 2022, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (36, 'The count of Village3', 'Village3 counted 348 chapels in 2022, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 349 mills in 2022, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 350 ferries in 2022, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.');
INSERT INTO keywords (rowid, "title", "text") VALUES (41, 'Harbour of Port Elan reopens', 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.4 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.');
INSERT INTO keywords (rowid, "title", "text") VALUES (42, 'Harbour of Port Elan reopens', 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.');
INSERT INTO models ("id", "name") VALUES (1, 'word-hash');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'0761CCB7CDC6BD1D67038E207F2DB463', X'00000000C524CF3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000935B1B3E0000000000000000C5244F3DFB76813E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000005D09E93E0000000000000000000000000000000000000000935B1B3E0000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002C40B53E00000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000935B1B3E00000000000000000000000000000000000000000000000000000000C524CF3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002C40B53E000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000935B1B3E000000002C40B53E0000000000000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'10AF343DA63A858A5D20728A73891F5D', X'0000000061CF3A3D0000000000000000000000000000000000000000000000000000000000000000000000006B22AF3E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000007575233E000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000007575233E0000000000000000000000004D29523E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000000000000000000003030F53E00000000000000000000000000000000000000007575233E00000000000000003A83E93D000000000000000061CFBA3C0000000000000000000000000000000000000000000000000000000061CFBA3C000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000061CFBA3C00000000000000000000000000000000000000000000000061CFBA3C7575233E0000000061CF3A3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D0000000000000000000000000000000061CFBA3C0000000000000000000000000000000061CF3A3D00000000000000000000000061CFBA3C0000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C00000000000000000000000000000000000000006B22AF3E0000000000000000000000000000000000000000000000004D29523E0000000000000000000000007575233E0000000000000000000000000000000000000000000000000000000061CFBA3C6B22AF3E61CF3A3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'1F1739E577C04FEF9A64B5ABF1A69A7D', X'000000001EF1393D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000FAB2223E0000000000000000000000000000000000000000000000000000000000000000FAB2223E00000000000000000000000000000000000000000000000000000000FAB2223E0000000000000000000000000000000000000000FAB2223E000000000000000000000000422F513E00000000000000000C52AE3E000000000000000000000000FAB2223E000000000000000000000000000000001EF1393E000000000000000000000000000000000000000000000000770CF43E0000000000000000000000000000000000000000FAB2223E0000000000000000656DE83D0000000000000000000000000000000000000000000000001EF1B93C0000000000000000000000001EF1B93C00000000000000000000000000000000000000000000000000000000000000001EF1B93C00000000FAB2223E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000001EF1393D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000FAB2223E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001EF1393D00000000000000000000000000000000FAB2223E00000000000000001EF1B93C0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000FAB2223E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001EF1393D1EF1B93C0000000000000000000000000000000000000000000000000000000000000000D6748B3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C52AE3E000000000000000000000000000000000000000000000000422F513E000000000000000000000000FAB2223E00000000000000000000000000000000000000000000000000000000000000000C52AE3E1EF1393D000000001EF1B93C0000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'24B734BAB737FB8C6F2B4C0B69757A4C', X'00000000C524CF3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002C40B53E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000C5244F3D00000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000935B1B3E000000000000000000000000FB76813E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000005D09E93E0000000000000000000000000000000000000000935B1B3E0000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E935B1B3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000C5244F3D000000000000000000000000C524CF3D00000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002C40B53E000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000002C40B53E0000000000000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'42D1135A50355A6AA8537D728D7C6803', X'00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73C00000000000000000000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000009CE203E000000000000000000000000C2BF4E3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000000000000D35F13E000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73C0000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E00000000000000000000000000000000E5C6B73C0000000000000000E5C6B73C000000000000000000000000E5C6373D00000000E5C6B73C00000000000000000000000000000000E5C6B73C000000000000000000000000774AAC3E0000000000000000000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D0000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000E5C6373D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373DE5C6B73C0000000000000000000000000000000000000000000000000000000000000000E5C6373D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73CE5C6B73C00000000774AAC3E0000000000000000000000000000000000000000000000009A51953E00000000000000000000000009CE203E00000000000000000000000000000000000000000000000009CE203E00000000774AAC3EE5C6373D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'4CFB3A9BE53873A2C793037F62F71C64', X'0000000069953C3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006995BC3C000000000000000012CCB03E0000000000000000000000006995BC3C000000000000000000000000000000000000000000000000000000000000000000000000BC02253E00000000000000006995BC3C0000000000000000000000000000000000000000BC02253E00000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000BC02253E00000000000000006995BC3CBC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000001A84F73E0000000000000000000000000000000000000000BC02253E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006995BC3C00000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253EBC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D00000000BC02253E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006995BC3C69953C3D00000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006995BC3C00000000BC02253E0000000000000000000000000000000000000000000000006995BC3C69953C3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D00000000000000000000000000000000000000000000000000000000000000000000000069953C3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000012CCB03E000000000000000000000000000000000000000000000000BC02253E000000000000000000000000BC02253E000000000000000000000000000000000000000000000000000000000000000012CCB03E69953C3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'56BE8D5A912663680C894FFB17A5C3AD', X'000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73C0000000000000000774AAC3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E0000000000000000E5C6B73C000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000009CE203E0000000000000000E5C6B73CC2BF4E3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000000000000D35F13E000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73C0000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E09CE203E00000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D00000000E5C6B73C0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73CE5C6373D0000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6B73C0000000009CE203E000000000000000000000000E5C6B73C0000000000000000E5C6B73CE5C6373D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000774AAC3E0000000000000000000000000000000000000000000000009A51953E00000000000000000000000009CE203E0000000000000000000000000000000000000000000000000000000000000000774AAC3EE5C6373D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'63F8CC1FC345B227899C98F99D115339', X'0000000069953C3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000BC02253E00000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000BC02253E000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000001A84F73E0000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000006995BC3C0000000000000000000000006995BC3C00000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E000000000000000000000000000000006995BC3C00000000000000006995BC3C00000000000000000000000069953C3D00000000BC02253E000000000000000000000000000000006995BC3C00000000000000000000000012CCB03E00000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D00000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000069953C3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D6995BC3C000000000000000000000000000000000000000000000000000000000000000069953C3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006995BC3C6995BC3C0000000012CCB03E000000000000000000000000000000000000000000000000BC02253E000000000000000000000000BC02253E000000000000000000000000000000000000000000000000BC02253E0000000012CCB03E69953C3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'66FA326CD255D34710C627065CD3B52F', X'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000D514203E0000000000000000000000000000000000000000000000000000000000000000D514203E00000000000000000000000000000000000000000000000000000000D514203E00000000000000003DF3B63C0000000000000000D514203E000000000000000000000000A4D14D3E00000000000000000984AB3E000000000000000000000000D514203E000000000000000000000000000000003DF3363E000000000000000000000000000000000000000000000000401FF03E0000000000000000000000000000000000000000D514203E0000000000000000000000000000000000000000000000000000000000000000000000003DF3B63C0000000000000000000000003DF3B63C00000000000000000000000000000000000000000000000000000000000000003DF3B63C00000000D514203E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000003DF3363D000000003DF3B63C00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000D514203E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003DF3363D00000000000000000000000000000000D514203E00000000000000003DF3B63C0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000D514203E000000000000000000000000000000000000000000000000000000003DF3363D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003DF3363D0000000000000000000000000000000000000000000000000000000000000000000000006E36893D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000984AB3E000000000000000000000000000000000000000000000000A1A5943E000000000000000000000000D514203E00000000000000000000000000000000000000000000000000000000000000000984AB3E3DF3363D000000003DF3B63C0000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'85F9F18E95E449C5D91ED806D3093663', X'00000000C9B03B3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000B03A243E0000000000000000000000000000000000000000000000000000000000000000B03A243E00000000000000000000000000000000000000000000000000000000B03A243E0000000000000000C9B0BB3C0000000000000000B03A243E000000000000000000000000B03A243E0000000000000000BDF5AF3E000000000000000000000000B03A243E00000000000000000000000000000000C9B03B3E0000000000000000000000000000000000000000000000000858F63E0000000000000000000000000000000000000000B03A243E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C9B0BB3C0000000000000000000000000000000000000000000000000000000000000000C9B0BB3C00000000B03A243E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C9B03B3D00000000B03A243E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000B03A243E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C9B03B3D00000000000000000000000000000000B03A243E0000000000000000C9B0BB3C0000000000000000C9B0BB3C0000000000000000000000000000000000000000000000000000000000000000B03A243E00000000000000000000000000000000000000000000000000000000C9B03B3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C9B03B3D00000000000000000000000000000000000000000000000000000000000000000000000097C48C3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BDF5AF3E000000000000000000000000000000000000000000000000B03A243E000000000000000000000000B03A243E0000000000000000000000000000000000000000000000000000000000000000BDF5AF3EC9B03B3D00000000C9B0BB3C0000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'968F702A982F07E9434BE74243CCB6C9', X'0000000000000000000000000000000000000000000000002A43AB3D00000000000000000000000000000000000000000000000000000000000000002A43AB3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002A43AB3D0000000000000000000000002A43AB3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000002A43AB3D0000000000000000000000000000000000000000000000002A432B3E0000000000000000000000002A43AB3D000000002A43AB3D00000000000000002A43AB3D000000002A43AB3D0000000000000000000000002A43AB3D0000000000000000000000000000000000000000000000002A43AB3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002A432B3E000000000000000000000000000000002A43AB3D000000002A43AB3D000000002A43AB3D00000000000000000000000000000000000000002A43AB3D000000002A43AB3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002A43AB3D000000000000000000000000000000000000000000000000000000000000000000000000000000006072803E0000000000000000000000000000000000000000000000002A43AB3D00000000000000002A43AB3D000000002A43AB3D2A43AB3D00000000000000002A43AB3D0000000000000000000000000000000000000000000000002A43AB3D0000000000000000000000000000000000000000000000002A43AB3D0000000000000000000000000000000000000000000000002A43AB3D000000000000000000000000000000002A43AB3D0000000000000000000000002A43AB3D2A43AB3D00000000000000002A432B3E0000000000000000000000002A432B3E000000002A43AB3D0000000000000000000000006072803E2A43AB3D0000000000000000000000000000000000000000000000002A43AB3D000000000000000000000000000000000000000000000000000000006072003F000000000000000000000000000000000000000000000000000000000000000000000000000000002A43AB3D000000000000000000000000000000000000000000000000000000002A43AB3D6072003F000000002A432B3E000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'A262C387F3B5348C25377BE475EA2C42', X'0000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D000000000479AC3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000479AC3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000479AC3D000000000479AC3D00000000000000000479AC3D000000000479AC3D0000000000000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000004792C3E000000000000000000000000000000000479AC3D000000000479AC3D000000000479AC3D00000000000000000000000000000000000000000479AC3D000000000479AC3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000479AC3D00000000000000000000000000000000000000000000000000000000000000000000000000000000C35A813E0000000000000000000000000000000000000000000000000479AC3D00000000000000000479AC3D000000000479AC3D0479AC3D00000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D0000000000000000000000000000000000000000000000000479AC3D000000000000000000000000000000000479AC3D0000000000000000000000000479AC3D0479AC3D000000000000000004792C3E00000000000000000000000004792C3E000000000479AC3D000000000000000000000000C35A813E0479AC3D0000000000000000000000000000000000000000000000000479AC3D00000000000000000000000000000000000000000000000000000000C35A013F000000000000000000000000000000000000000000000000000000000000000000000000000000000479AC3D000000000000000000000000000000000000000000000000000000000479AC3DC35A013F0000000004792C3E000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'A5668FFDE0F299EBF23B0D85BFA206F3', X'0000000061CF3A3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C00000000000000006B22AF3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E000000000000000061CFBA3C61CFBA3C000000000000000000000000000000007575233E000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000007575233E000000000000000061CFBA3C4D29523E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000000000000000000003030F53E00000000000000000000000000000000000000007575233E00000000000000003A83E93D0000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E7575233E0000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C61CF3A3D000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000061CFBA3C000000000000000061CFBA3C000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D00000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006B22AF3E0000000000000000000000000000000000000000000000004D29523E0000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000006B22AF3E61CF3A3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'AA85F2B531FFE0AC55A5F07D3F08493D', X'00000000C524CF3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000935B1B3E000000000000000000000000FB76813E00000000000000002C40B53E000000000000000000000000935B1B3E00000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000005D09E93E0000000000000000000000000000000000000000935B1B3E0000000000000000935B1B3E000000000000000000000000000000000000000000000000C5244F3D000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000C524CF3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002C40B53E000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000002C40B53E0000000000000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'B631142681219344BA63B00F53D0D13D', X'0000000069953C3D00000000000000000000000000000000000000000000000000000000000000000000000012CCB03E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000BC02253E00000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000BC02253E000000000000000000000000BC02253E000000000000000000000000000000000000000000000000000000006995BC3C000000000000000000000000BC02253E0000000000000000000000000000000000000000000000001A84F73E0000000000000000000000000000000000000000BC02253E00000000000000000000000000000000000000006995BC3C000000000000000000000000000000000000000000000000000000006995BC3C00000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E000000006995BC3C00000000000000000000000000000000000000000000000000000000BC02253E0000000069953C3D00000000BC02253E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D00000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000006995BC3C00000000000000000000000000000000000000000000000000000000BC02253E0000000000000000000000000000000000000000000000000000000069953C3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000069953C3D000000000000000000000000000000006995BC3C0000000000000000000000000000000069953C3D0000000000000000000000006995BC3C0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000012CCB03E000000000000000000000000000000000000000000000000BC02253E000000000000000000000000BC02253E000000000000000000000000000000000000000000000000000000006995BC3C12CCB03E69953C3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'CA1B7CA522785356D6B04E789EDAACED', X'00000000C524CF3D0000000000000000000000000000000000000000000000000000000000000000000000002C40B53E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000935B1B3E000000000000000000000000FB76813E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000005D09E93E0000000000000000000000000000000000000000935B1B3E0000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000C5244F3D00000000000000000000000000000000C5244F3D935B1B3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000C524CF3D0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000C5244F3D00000000000000000000000000000000000000002C40B53E000000000000000000000000000000000000000000000000935B1B3E000000000000000000000000935B1B3E00000000000000000000000000000000000000000000000000000000000000002C40B53E0000000000000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'F257A6E1BA9BB461E993CA72F57DC21E', X'0000000061CF3A3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C0000000000000000000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000007575233E000000000000000000000000000000000000000000000000000000007575233E00000000000000000000000000000000000000007575233E0000000000000000000000004D29523E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000000000000000000003030F53E00000000000000000000000000000000000000007575233E00000000000000003A83E93D0000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C000000000000000000000000000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000061CFBA3C000000000000000061CFBA3C00000000000000000000000061CF3A3D00000000000000000000000000000000000000000000000061CFBA3C0000000000000000000000006B22AF3E000000000000000000000000000000000000000000000000000000007575233E0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D000000000000000000000000000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C000000007575233E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D00000000000000000000000000000000000000000000000000000000000000000000000061CF3A3D000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000061CFBA3C61CFBA3C000000006B22AF3E0000000000000000000000000000000000000000000000004D29523E0000000000000000000000007575233E0000000000000000000000000000000000000000000000007575233E000000006B22AF3E61CF3A3D00000000000000000000000000000000');
INSERT INTO vectors ("model", "digest", "vector") VALUES (1, X'FED9344826FEB1A44023AC9F906418E1', X'0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000774AAC3E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000000000000000000009CE203E000000000000000000000000000000000000000009CE203E000000000000000000000000C2BF4E3E00000000000000000000000000000000000000000000000000000000E5C6B73C00000000000000000000000009CE203E0000000000000000000000000000000000000000000000000D35F13E000000000000000000000000000000000000000009CE203E0000000000000000000000000000000000000000E5C6B73C00000000000000000000000000000000000000000000000000000000E5C6B73C0000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E00000000E5C6B73C000000000000000000000000000000000000000000000000E5C6B73C09CE203E00000000E5C6373D00000000E5C6B73C0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D0000000000000000000000000000000009CE203E000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000E5C6373D00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000E5C6373D00000000000000000000000000000000E5C6B73C00000000000000000000000000000000E5C6373D000000000000000000000000E5C6B73C00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000774AAC3E0000000000000000000000000000000000000000000000009A51953E00000000000000000000000009CE203E00000000000000000000000000000000000000000000000000000000E5C6B73C774AAC3EE5C6373D00000000000000000000000000000000');
INSERT INTO generations ("id", "model", "created") VALUES (2, 1, 1.79543713363373303414e+09);
INSERT INTO live ("one", "generation") VALUES (1, 2);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 21, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 22, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 23, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 24, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 25, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 26, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 27, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 28, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 29, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 30, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 31, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 32, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 33, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 34, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 35, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 36, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 41, 0);
INSERT INTO members ("generation", "passage", "gone") VALUES (2, 42, 0);
INSERT INTO jobs ("id", "server", "kind", "source", "everyone", "state", "done", "total", "queued", "started", "starts", "ended", "reason", "counts") VALUES (1, 0, 'reindex', NULL, 0, 'done', 6, 6, 1.79543713363240957261e+09, 1.79543713363291597365e+09, 1, 1795437133.95107, NULL, NULL);
INSERT INTO bands ("band", "article") VALUES (3693139639, 1);
INSERT INTO bands ("band", "article") VALUES (12025146283, 1);
INSERT INTO bands ("band", "article") VALUES (20918725674, 1);
INSERT INTO bands ("band", "article") VALUES (29066481181, 1);
INSERT INTO bands ("band", "article") VALUES (37526764544, 1);
INSERT INTO bands ("band", "article") VALUES (45955320611, 1);
INSERT INTO bands ("band", "article") VALUES (53070338772, 1);
INSERT INTO bands ("band", "article") VALUES (62889154475, 1);
INSERT INTO bands ("band", "article") VALUES (72346474929, 1);
INSERT INTO bands ("band", "article") VALUES (80942740714, 1);
INSERT INTO bands ("band", "article") VALUES (87061137861, 1);
INSERT INTO bands ("band", "article") VALUES (95409571548, 1);
INSERT INTO bands ("band", "article") VALUES (106514349942, 1);
INSERT INTO bands ("band", "article") VALUES (112052974774, 1);
INSERT INTO bands ("band", "article") VALUES (121158590535, 1);
INSERT INTO bands ("band", "article") VALUES (129327158884, 1);
INSERT INTO bands ("band", "article") VALUES (138589341796, 1);
INSERT INTO bands ("band", "article") VALUES (146129469426, 1);
INSERT INTO bands ("band", "article") VALUES (156760313539, 1);
INSERT INTO bands ("band", "article") VALUES (164792763922, 1);
INSERT INTO bands ("band", "article") VALUES (175298471155, 1);
INSERT INTO bands ("band", "article") VALUES (184373274348, 1);
INSERT INTO bands ("band", "article") VALUES (189215304581, 1);
INSERT INTO bands ("band", "article") VALUES (198788939945, 1);
INSERT INTO bands ("band", "article") VALUES (209643433656, 1);
INSERT INTO bands ("band", "article") VALUES (216642806163, 1);
INSERT INTO bands ("band", "article") VALUES (225762851794, 1);
INSERT INTO bands ("band", "article") VALUES (233754162918, 1);
INSERT INTO bands ("band", "article") VALUES (241409993766, 1);
INSERT INTO bands ("band", "article") VALUES (252106586544, 1);
INSERT INTO bands ("band", "article") VALUES (258600483942, 1);
INSERT INTO bands ("band", "article") VALUES (266386280275, 1);
INSERT INTO bands ("band", "article") VALUES (278081077502, 1);
INSERT INTO bands ("band", "article") VALUES (284682651399, 1);
INSERT INTO bands ("band", "article") VALUES (295894213829, 1);
INSERT INTO bands ("band", "article") VALUES (301239665200, 1);
INSERT INTO bands ("band", "article") VALUES (312812993730, 1);
INSERT INTO bands ("band", "article") VALUES (321170303181, 1);
INSERT INTO bands ("band", "article") VALUES (326624826367, 1);
INSERT INTO bands ("band", "article") VALUES (335222983642, 1);
INSERT INTO bands ("band", "article") VALUES (345634793123, 1);
INSERT INTO bands ("band", "article") VALUES (353113107437, 1);
INSERT INTO bands ("band", "article") VALUES (362334483504, 1);
INSERT INTO bands ("band", "article") VALUES (370258641645, 1);
INSERT INTO bands ("band", "article") VALUES (381974351084, 1);
INSERT INTO bands ("band", "article") VALUES (389764298167, 1);
INSERT INTO bands ("band", "article") VALUES (397133590883, 1);
INSERT INTO bands ("band", "article") VALUES (404077362118, 1);
INSERT INTO bands ("band", "article") VALUES (416582494053, 1);
INSERT INTO bands ("band", "article") VALUES (422006509865, 1);
INSERT INTO bands ("band", "article") VALUES (432712529636, 1);
INSERT INTO bands ("band", "article") VALUES (442061093807, 1);
INSERT INTO bands ("band", "article") VALUES (450644475545, 1);
INSERT INTO bands ("band", "article") VALUES (456750967840, 1);
INSERT INTO bands ("band", "article") VALUES (466284228328, 1);
INSERT INTO bands ("band", "article") VALUES (474204995809, 1);
INSERT INTO bands ("band", "article") VALUES (481308979845, 1);
INSERT INTO bands ("band", "article") VALUES (493064414758, 1);
INSERT INTO bands ("band", "article") VALUES (498924678413, 1);
INSERT INTO bands ("band", "article") VALUES (508881909756, 1);
INSERT INTO bands ("band", "article") VALUES (515948579323, 1);
INSERT INTO bands ("band", "article") VALUES (525637698541, 1);
INSERT INTO bands ("band", "article") VALUES (536376570154, 1);
INSERT INTO bands ("band", "article") VALUES (544497304227, 1);
INSERT INTO bands ("band", "article") VALUES (4151377829, 2);
INSERT INTO bands ("band", "article") VALUES (10767932529, 2);
INSERT INTO bands ("band", "article") VALUES (19122071432, 2);
INSERT INTO bands ("band", "article") VALUES (26540769296, 2);
INSERT INTO bands ("band", "article") VALUES (36801865302, 2);
INSERT INTO bands ("band", "article") VALUES (44493081421, 2);
INSERT INTO bands ("band", "article") VALUES (54372537500, 2);
INSERT INTO bands ("band", "article") VALUES (61695451033, 2);
INSERT INTO bands ("band", "article") VALUES (72346474929, 2);
INSERT INTO bands ("band", "article") VALUES (79913648586, 2);
INSERT INTO bands ("band", "article") VALUES (86385146416, 2);
INSERT INTO bands ("band", "article") VALUES (95865687799, 2);
INSERT INTO bands ("band", "article") VALUES (106514349942, 2);
INSERT INTO bands ("band", "article") VALUES (112052974774, 2);
INSERT INTO bands ("band", "article") VALUES (123401984940, 2);
INSERT INTO bands ("band", "article") VALUES (131157668220, 2);
INSERT INTO bands ("band", "article") VALUES (141094341451, 2);
INSERT INTO bands ("band", "article") VALUES (147338408131, 2);
INSERT INTO bands ("band", "article") VALUES (157809970540, 2);
INSERT INTO bands ("band", "article") VALUES (166304261884, 2);
INSERT INTO bands ("band", "article") VALUES (173676018620, 2);
INSERT INTO bands ("band", "article") VALUES (182614031953, 2);
INSERT INTO bands ("band", "article") VALUES (189215304581, 2);
INSERT INTO bands ("band", "article") VALUES (199052903642, 2);
INSERT INTO bands ("band", "article") VALUES (207835978871, 2);
INSERT INTO bands ("band", "article") VALUES (217678199946, 2);
INSERT INTO bands ("band", "article") VALUES (226974649495, 2);
INSERT INTO bands ("band", "article") VALUES (232303578008, 2);
INSERT INTO bands ("band", "article") VALUES (242463778368, 2);
INSERT INTO bands ("band", "article") VALUES (252106586544, 2);
INSERT INTO bands ("band", "article") VALUES (261048360571, 2);
INSERT INTO bands ("band", "article") VALUES (268269372548, 2);
INSERT INTO bands ("band", "article") VALUES (275113379978, 2);
INSERT INTO bands ("band", "article") VALUES (286561416153, 2);
INSERT INTO bands ("band", "article") VALUES (295894213829, 2);
INSERT INTO bands ("band", "article") VALUES (301239665200, 2);
INSERT INTO bands ("band", "article") VALUES (309816935387, 2);
INSERT INTO bands ("band", "article") VALUES (320388796313, 2);
INSERT INTO bands ("band", "article") VALUES (328092313322, 2);
INSERT INTO bands ("band", "article") VALUES (337423255567, 2);
INSERT INTO bands ("band", "article") VALUES (347571854993, 2);
INSERT INTO bands ("band", "article") VALUES (355322260724, 2);
INSERT INTO bands ("band", "article") VALUES (364610349564, 2);
INSERT INTO bands ("band", "article") VALUES (370139260884, 2);
INSERT INTO bands ("band", "article") VALUES (378294930455, 2);
INSERT INTO bands ("band", "article") VALUES (388558982691, 2);
INSERT INTO bands ("band", "article") VALUES (396652011867, 2);
INSERT INTO bands ("band", "article") VALUES (407247368896, 2);
INSERT INTO bands ("band", "article") VALUES (413113174651, 2);
INSERT INTO bands ("band", "article") VALUES (421767623574, 2);
INSERT INTO bands ("band", "article") VALUES (432932086098, 2);
INSERT INTO bands ("band", "article") VALUES (438765416539, 2);
INSERT INTO bands ("band", "article") VALUES (448488141095, 2);
INSERT INTO bands ("band", "article") VALUES (456180365201, 2);
INSERT INTO bands ("band", "article") VALUES (466063119083, 2);
INSERT INTO bands ("band", "article") VALUES (475144574638, 2);
INSERT INTO bands ("band", "article") VALUES (484561196565, 2);
INSERT INTO bands ("band", "article") VALUES (491070560940, 2);
INSERT INTO bands ("band", "article") VALUES (498526498072, 2);
INSERT INTO bands ("band", "article") VALUES (508799450124, 2);
INSERT INTO bands ("band", "article") VALUES (516139330928, 2);
INSERT INTO bands ("band", "article") VALUES (525340435367, 2);
INSERT INTO bands ("band", "article") VALUES (532964620548, 2);
INSERT INTO bands ("band", "article") VALUES (541301794843, 2);
INSERT INTO bands ("band", "article") VALUES (906266628, 3);
INSERT INTO bands ("band", "article") VALUES (8734161215, 3);
INSERT INTO bands ("band", "article") VALUES (20829407190, 3);
INSERT INTO bands ("band", "article") VALUES (28363818631, 3);
INSERT INTO bands ("band", "article") VALUES (34752229117, 3);
INSERT INTO bands ("band", "article") VALUES (46387928374, 3);
INSERT INTO bands ("band", "article") VALUES (54067787623, 3);
INSERT INTO bands ("band", "article") VALUES (63164021945, 3);
INSERT INTO bands ("band", "article") VALUES (71272577115, 3);
INSERT INTO bands ("band", "article") VALUES (78221232539, 3);
INSERT INTO bands ("band", "article") VALUES (88151017511, 3);
INSERT INTO bands ("band", "article") VALUES (95865687799, 3);
INSERT INTO bands ("band", "article") VALUES (106514349942, 3);
INSERT INTO bands ("band", "article") VALUES (113339479551, 3);
INSERT INTO bands ("band", "article") VALUES (122639758615, 3);
INSERT INTO bands ("band", "article") VALUES (133041555175, 3);
INSERT INTO bands ("band", "article") VALUES (138589341796, 3);
INSERT INTO bands ("band", "article") VALUES (149932913832, 3);
INSERT INTO bands ("band", "article") VALUES (158332625304, 3);
INSERT INTO bands ("band", "article") VALUES (166121457224, 3);
INSERT INTO bands ("band", "article") VALUES (173863510698, 3);
INSERT INTO bands ("band", "article") VALUES (183876162855, 3);
INSERT INTO bands ("band", "article") VALUES (189215304581, 3);
INSERT INTO bands ("band", "article") VALUES (200190616633, 3);
INSERT INTO bands ("band", "article") VALUES (206887322246, 3);
INSERT INTO bands ("band", "article") VALUES (218058472225, 3);
INSERT INTO bands ("band", "article") VALUES (226960148906, 3);
INSERT INTO bands ("band", "article") VALUES (235931224760, 3);
INSERT INTO bands ("band", "article") VALUES (244286161598, 3);
INSERT INTO bands ("band", "article") VALUES (251027465576, 3);
INSERT INTO bands ("band", "article") VALUES (261421449722, 3);
INSERT INTO bands ("band", "article") VALUES (268508437540, 3);
INSERT INTO bands ("band", "article") VALUES (277544816580, 3);
INSERT INTO bands ("band", "article") VALUES (286431600659, 3);
INSERT INTO bands ("band", "article") VALUES (295894213829, 3);
INSERT INTO bands ("band", "article") VALUES (301239665200, 3);
INSERT INTO bands ("band", "article") VALUES (310158848453, 3);
INSERT INTO bands ("band", "article") VALUES (320986830608, 3);
INSERT INTO bands ("band", "article") VALUES (327084888999, 3);
INSERT INTO bands ("band", "article") VALUES (336209087464, 3);
INSERT INTO bands ("band", "article") VALUES (344742611099, 3);
INSERT INTO bands ("band", "article") VALUES (353113107437, 3);
INSERT INTO bands ("band", "article") VALUES (362999781023, 3);
INSERT INTO bands ("band", "article") VALUES (371839238100, 3);
INSERT INTO bands ("band", "article") VALUES (378854034947, 3);
INSERT INTO bands ("band", "article") VALUES (388272207881, 3);
INSERT INTO bands ("band", "article") VALUES (398063222634, 3);
INSERT INTO bands ("band", "article") VALUES (404077362118, 3);
INSERT INTO bands ("band", "article") VALUES (415811032939, 3);
INSERT INTO bands ("band", "article") VALUES (424269357478, 3);
INSERT INTO bands ("band", "article") VALUES (432192738550, 3);
INSERT INTO bands ("band", "article") VALUES (442224496885, 3);
INSERT INTO bands ("band", "article") VALUES (447130141056, 3);
INSERT INTO bands ("band", "article") VALUES (457525875610, 3);
INSERT INTO bands ("band", "article") VALUES (466063119083, 3);
INSERT INTO bands ("band", "article") VALUES (474194095309, 3);
INSERT INTO bands ("band", "article") VALUES (484047883616, 3);
INSERT INTO bands ("band", "article") VALUES (490695313606, 3);
INSERT INTO bands ("band", "article") VALUES (498924678413, 3);
INSERT INTO bands ("band", "article") VALUES (510847554996, 3);
INSERT INTO bands ("band", "article") VALUES (519327445735, 3);
INSERT INTO bands ("band", "article") VALUES (527743673561, 3);
INSERT INTO bands ("band", "article") VALUES (533800452538, 3);
INSERT INTO bands ("band", "article") VALUES (542298909208, 3);
INSERT INTO bands ("band", "article") VALUES (4024541845, 5);
INSERT INTO bands ("band", "article") VALUES (10892598355, 5);
INSERT INTO bands ("band", "article") VALUES (18986531227, 5);
INSERT INTO bands ("band", "article") VALUES (28143056626, 5);
INSERT INTO bands ("band", "article") VALUES (35010750412, 5);
INSERT INTO bands ("band", "article") VALUES (45186851418, 5);
INSERT INTO bands ("band", "article") VALUES (53758536168, 5);
INSERT INTO bands ("band", "article") VALUES (62299148420, 5);
INSERT INTO bands ("band", "article") VALUES (72842571307, 5);
INSERT INTO bands ("band", "article") VALUES (80064847965, 5);
INSERT INTO bands ("band", "article") VALUES (86001266386, 5);
INSERT INTO bands ("band", "article") VALUES (94742389810, 5);
INSERT INTO bands ("band", "article") VALUES (105959885544, 5);
INSERT INTO bands ("band", "article") VALUES (114778531525, 5);
INSERT INTO bands ("band", "article") VALUES (122979063398, 5);
INSERT INTO bands ("band", "article") VALUES (130304748610, 5);
INSERT INTO bands ("band", "article") VALUES (140254498786, 5);
INSERT INTO bands ("band", "article") VALUES (148038455527, 5);
INSERT INTO bands ("band", "article") VALUES (155356664405, 5);
INSERT INTO bands ("band", "article") VALUES (166803801494, 5);
INSERT INTO bands ("band", "article") VALUES (172752797333, 5);
INSERT INTO bands ("band", "article") VALUES (183604201697, 5);
INSERT INTO bands ("band", "article") VALUES (191593677246, 5);
INSERT INTO bands ("band", "article") VALUES (197841386932, 5);
INSERT INTO bands ("band", "article") VALUES (208350827821, 5);
INSERT INTO bands ("band", "article") VALUES (214865388824, 5);
INSERT INTO bands ("band", "article") VALUES (224848270509, 5);
INSERT INTO bands ("band", "article") VALUES (233075375942, 5);
INSERT INTO bands ("band", "article") VALUES (241485251153, 5);
INSERT INTO bands ("band", "article") VALUES (250692889438, 5);
INSERT INTO bands ("band", "article") VALUES (261624492498, 5);
INSERT INTO bands ("band", "article") VALUES (266450345022, 5);
INSERT INTO bands ("band", "article") VALUES (277107447638, 5);
INSERT INTO bands ("band", "article") VALUES (283483293178, 5);
INSERT INTO bands ("band", "article") VALUES (295373907451, 5);
INSERT INTO bands ("band", "article") VALUES (301627980254, 5);
INSERT INTO bands ("band", "article") VALUES (311897553372, 5);
INSERT INTO bands ("band", "article") VALUES (321189176594, 5);
INSERT INTO bands ("band", "article") VALUES (328844243470, 5);
INSERT INTO bands ("band", "article") VALUES (336963696926, 5);
INSERT INTO bands ("band", "article") VALUES (347506725855, 5);
INSERT INTO bands ("band", "article") VALUES (353378870182, 5);
INSERT INTO bands ("band", "article") VALUES (362673120908, 5);
INSERT INTO bands ("band", "article") VALUES (371230589493, 5);
INSERT INTO bands ("band", "article") VALUES (379252002465, 5);
INSERT INTO bands ("band", "article") VALUES (390712977434, 5);
INSERT INTO bands ("band", "article") VALUES (398739429292, 5);
INSERT INTO bands ("band", "article") VALUES (405172095388, 5);
INSERT INTO bands ("band", "article") VALUES (415395846555, 5);
INSERT INTO bands ("band", "article") VALUES (422250345181, 5);
INSERT INTO bands ("band", "article") VALUES (431612640022, 5);
INSERT INTO bands ("band", "article") VALUES (440575109715, 5);
INSERT INTO bands ("band", "article") VALUES (449298792378, 5);
INSERT INTO bands ("band", "article") VALUES (459247840961, 5);
INSERT INTO bands ("band", "article") VALUES (467234352358, 5);
INSERT INTO bands ("band", "article") VALUES (474441308509, 5);
INSERT INTO bands ("band", "article") VALUES (484446070736, 5);
INSERT INTO bands ("band", "article") VALUES (492333143755, 5);
INSERT INTO bands ("band", "article") VALUES (499773239490, 5);
INSERT INTO bands ("band", "article") VALUES (508507557273, 5);
INSERT INTO bands ("band", "article") VALUES (516415552710, 5);
INSERT INTO bands ("band", "article") VALUES (527600535456, 5);
INSERT INTO bands ("band", "article") VALUES (534596776733, 5);
INSERT INTO bands ("band", "article") VALUES (544310528582, 5);
INSERT INTO bands ("band", "article") VALUES (4024541845, 6);
INSERT INTO bands ("band", "article") VALUES (10892598355, 6);
INSERT INTO bands ("band", "article") VALUES (18427023686, 6);
INSERT INTO bands ("band", "article") VALUES (27285179319, 6);
INSERT INTO bands ("band", "article") VALUES (37860278097, 6);
INSERT INTO bands ("band", "article") VALUES (45186851418, 6);
INSERT INTO bands ("band", "article") VALUES (53758536168, 6);
INSERT INTO bands ("band", "article") VALUES (63492349307, 6);
INSERT INTO bands ("band", "article") VALUES (72882721053, 6);
INSERT INTO bands ("band", "article") VALUES (80064847965, 6);
INSERT INTO bands ("band", "article") VALUES (86001266386, 6);
INSERT INTO bands ("band", "article") VALUES (94742389810, 6);
INSERT INTO bands ("band", "article") VALUES (105959885544, 6);
INSERT INTO bands ("band", "article") VALUES (114778531525, 6);
INSERT INTO bands ("band", "article") VALUES (122979063398, 6);
INSERT INTO bands ("band", "article") VALUES (130155210857, 6);
INSERT INTO bands ("band", "article") VALUES (140254498786, 6);
INSERT INTO bands ("band", "article") VALUES (148038455527, 6);
INSERT INTO bands ("band", "article") VALUES (155356664405, 6);
INSERT INTO bands ("band", "article") VALUES (166803801494, 6);
INSERT INTO bands ("band", "article") VALUES (172752797333, 6);
INSERT INTO bands ("band", "article") VALUES (183604201697, 6);
INSERT INTO bands ("band", "article") VALUES (191593677246, 6);
INSERT INTO bands ("band", "article") VALUES (197841386932, 6);
INSERT INTO bands ("band", "article") VALUES (208350827821, 6);
INSERT INTO bands ("band", "article") VALUES (214865388824, 6);
INSERT INTO bands ("band", "article") VALUES (224848270509, 6);
INSERT INTO bands ("band", "article") VALUES (233075375942, 6);
INSERT INTO bands ("band", "article") VALUES (241485251153, 6);
INSERT INTO bands ("band", "article") VALUES (250692889438, 6);
INSERT INTO bands ("band", "article") VALUES (261624492498, 6);
INSERT INTO bands ("band", "article") VALUES (266450345022, 6);
INSERT INTO bands ("band", "article") VALUES (276117217301, 6);
INSERT INTO bands ("band", "article") VALUES (283483293178, 6);
INSERT INTO bands ("band", "article") VALUES (295373907451, 6);
INSERT INTO bands ("band", "article") VALUES (301627980254, 6);
INSERT INTO bands ("band", "article") VALUES (311897553372, 6);
INSERT INTO bands ("band", "article") VALUES (321189176594, 6);
INSERT INTO bands ("band", "article") VALUES (328844243470, 6);
INSERT INTO bands ("band", "article") VALUES (336963696926, 6);
INSERT INTO bands ("band", "article") VALUES (347506725855, 6);
INSERT INTO bands ("band", "article") VALUES (353378870182, 6);
INSERT INTO bands ("band", "article") VALUES (362673120908, 6);
INSERT INTO bands ("band", "article") VALUES (371669980584, 6);
INSERT INTO bands ("band", "article") VALUES (379252002465, 6);
INSERT INTO bands ("band", "article") VALUES (389307710060, 6);
INSERT INTO bands ("band", "article") VALUES (398739429292, 6);
INSERT INTO bands ("band", "article") VALUES (407128979505, 6);
INSERT INTO bands ("band", "article") VALUES (414897027420, 6);
INSERT INTO bands ("band", "article") VALUES (422250345181, 6);
INSERT INTO bands ("band", "article") VALUES (431612640022, 6);
INSERT INTO bands ("band", "article") VALUES (440575109715, 6);
INSERT INTO bands ("band", "article") VALUES (449298792378, 6);
INSERT INTO bands ("band", "article") VALUES (459247840961, 6);
INSERT INTO bands ("band", "article") VALUES (467234352358, 6);
INSERT INTO bands ("band", "article") VALUES (474441308509, 6);
INSERT INTO bands ("band", "article") VALUES (482290074808, 6);
INSERT INTO bands ("band", "article") VALUES (492333143755, 6);
INSERT INTO bands ("band", "article") VALUES (499773239490, 6);
INSERT INTO bands ("band", "article") VALUES (508507557273, 6);
INSERT INTO bands ("band", "article") VALUES (516415552710, 6);
INSERT INTO bands ("band", "article") VALUES (527600535456, 6);
INSERT INTO bands ("band", "article") VALUES (534596776733, 6);
INSERT INTO bands ("band", "article") VALUES (544310528582, 6);
INSERT INTO bands ("band", "article") VALUES (1334667325, 7);
INSERT INTO bands ("band", "article") VALUES (12205479247, 7);
INSERT INTO bands ("band", "article") VALUES (19389399007, 7);
INSERT INTO bands ("band", "article") VALUES (26199204192, 7);
INSERT INTO bands ("band", "article") VALUES (34955105817, 7);
INSERT INTO bands ("band", "article") VALUES (43324541123, 7);
INSERT INTO bands ("band", "article") VALUES (51816062100, 7);
INSERT INTO bands ("band", "article") VALUES (61075601438, 7);
INSERT INTO bands ("band", "article") VALUES (70864573730, 7);
INSERT INTO bands ("band", "article") VALUES (77585697791, 7);
INSERT INTO bands ("band", "article") VALUES (86731862827, 7);
INSERT INTO bands ("band", "article") VALUES (95865687799, 7);
INSERT INTO bands ("band", "article") VALUES (104988961792, 7);
INSERT INTO bands ("band", "article") VALUES (112052974774, 7);
INSERT INTO bands ("band", "article") VALUES (123689273477, 7);
INSERT INTO bands ("band", "article") VALUES (132952894654, 7);
INSERT INTO bands ("band", "article") VALUES (138589341796, 7);
INSERT INTO bands ("band", "article") VALUES (149587440359, 7);
INSERT INTO bands ("band", "article") VALUES (158629200799, 7);
INSERT INTO bands ("band", "article") VALUES (166490274954, 7);
INSERT INTO bands ("band", "article") VALUES (173362102993, 7);
INSERT INTO bands ("band", "article") VALUES (183595653864, 7);
INSERT INTO bands ("band", "article") VALUES (189215304581, 7);
INSERT INTO bands ("band", "article") VALUES (199283046242, 7);
INSERT INTO bands ("band", "article") VALUES (209891042848, 7);
INSERT INTO bands ("band", "article") VALUES (217346840128, 7);
INSERT INTO bands ("band", "article") VALUES (223992374059, 7);
INSERT INTO bands ("band", "article") VALUES (232863585910, 7);
INSERT INTO bands ("band", "article") VALUES (244286161598, 7);
INSERT INTO bands ("band", "article") VALUES (252563130105, 7);
INSERT INTO bands ("band", "article") VALUES (257872397495, 7);
INSERT INTO bands ("band", "article") VALUES (266944709570, 7);
INSERT INTO bands ("band", "article") VALUES (275830459998, 7);
INSERT INTO bands ("band", "article") VALUES (284137065276, 7);
INSERT INTO bands ("band", "article") VALUES (293719676280, 7);
INSERT INTO bands ("band", "article") VALUES (301239665200, 7);
INSERT INTO bands ("band", "article") VALUES (313009553987, 7);
INSERT INTO bands ("band", "article") VALUES (320296475701, 7);
INSERT INTO bands ("band", "article") VALUES (330368948597, 7);
INSERT INTO bands ("band", "article") VALUES (338982061996, 7);
INSERT INTO bands ("band", "article") VALUES (346914407086, 7);
INSERT INTO bands ("band", "article") VALUES (353363812083, 7);
INSERT INTO bands ("band", "article") VALUES (363350976051, 7);
INSERT INTO bands ("band", "article") VALUES (372340714381, 7);
INSERT INTO bands ("band", "article") VALUES (381071110121, 7);
INSERT INTO bands ("band", "article") VALUES (389909293143, 7);
INSERT INTO bands ("band", "article") VALUES (399296898980, 7);
INSERT INTO bands ("band", "article") VALUES (405260594429, 7);
INSERT INTO bands ("band", "article") VALUES (416600587308, 7);
INSERT INTO bands ("band", "article") VALUES (421181698143, 7);
INSERT INTO bands ("band", "article") VALUES (432932086098, 7);
INSERT INTO bands ("band", "article") VALUES (441966198653, 7);
INSERT INTO bands ("band", "article") VALUES (447750828416, 7);
INSERT INTO bands ("band", "article") VALUES (455619708764, 7);
INSERT INTO bands ("band", "article") VALUES (466063119083, 7);
INSERT INTO bands ("band", "article") VALUES (474194095309, 7);
INSERT INTO bands ("band", "article") VALUES (484278439994, 7);
INSERT INTO bands ("band", "article") VALUES (492159848810, 7);
INSERT INTO bands ("band", "article") VALUES (498843471117, 7);
INSERT INTO bands ("band", "article") VALUES (509944952235, 7);
INSERT INTO bands ("band", "article") VALUES (519327086745, 7);
INSERT INTO bands ("band", "article") VALUES (525349509591, 7);
INSERT INTO bands ("band", "article") VALUES (533764808651, 7);
INSERT INTO bands ("band", "article") VALUES (541457067964, 7);
INSERT INTO blocked ("server", "known_by", "article_id", "at") VALUES (0, 'https://villages.example/4', 'v4', 1.79543713405884647373e+09);
INSERT INTO blocked ("server", "known_by", "article_id", "at") VALUES (0, 'v4', 'v4', 1.79543713405884647373e+09);
INSERT INTO audit ("id", "server", "at", "who", "action", "what") VALUES (1, 0, 1.79543713346793627739e+09, 'operator', 'import', 'f.jsonl');
INSERT INTO audit ("id", "server", "at", "who", "action", "what") VALUES (2, 0, 1.79543713356437683106e+09, 'operator', 'import', 'f.jsonl');
INSERT INTO audit ("id", "server", "at", "who", "action", "what") VALUES (3, 77, 1.79543713363197517387e+09, 'operator', 'import', 'f.jsonl');
INSERT INTO audit ("id", "server", "at", "who", "action", "what") VALUES (4, 0, 1.79543713405485343926e+09, 'operator', 'reindex', 'everything');
INSERT INTO audit ("id", "server", "at", "who", "action", "what") VALUES (5, 0, 1.79543713405884647373e+09, 'operator', 'remove', 'https://villages.example/4');
INSERT INTO wordings (rowid, "text") VALUES (1, 'Village1 counted 327 sheep in 2020, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 328 wells in 2020, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 329 bridges in 2020, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 330 barns in 2020, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 331 orchards in 2020, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 332 chapels in 2020, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 333 mills in 2020, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 334 ferries in 2020, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 328 sheep in 2021, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 329 wells in 2021, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 330 bridges in 2021, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 331 barns in 2021, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 332 orchards in 2021, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 333 chapels in 2021, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 334 mills in 2021, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 335 ferries in 2021, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.

Village1 counted 329 sheep in 2022, and clerk1 wrote the number of sheep down in the book of Village1 as in every other year before that one. Village1 counted 330 wells in 2022, and clerk1 wrote the number of wells down in the book of Village1 as in every other year before that one. Village1 counted 331 bridges in 2022, and clerk1 wrote the number of bridges down in the book of Village1 as in every other year before that one. Village1 counted 332 barns in 2022, and clerk1 wrote the number of barns down in the book of Village1 as in every other year before that one. Village1 counted 333 orchards in 2022, and clerk1 wrote the number of orchards down in the book of Village1 as in every other year before that one. Village1 counted 334 chapels in 2022, and clerk1 wrote the number of chapels down in the book of Village1 as in every other year before that one. Village1 counted 335 mills in 2022, and clerk1 wrote the number of mills down in the book of Village1 as in every other year before that one. Village1 counted 336 ferries in 2022, and clerk1 wrote the number of ferries down in the book of Village1 as in every other year before that one.');
INSERT INTO wordings (rowid, "text") VALUES (2, 'Village2 counted 334 sheep in 2020, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 335 wells in 2020, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 336 bridges in 2020, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 337 barns in 2020, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 338 orchards in 2020, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 339 chapels in 2020, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 340 mills in 2020, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 341 ferries in 2020, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 335 sheep in 2021, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 336 wells in 2021, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 337 bridges in 2021, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 338 barns in 2021, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 339 orchards in 2021, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 340 chapels in 2021, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 341 mills in 2021, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 342 ferries in 2021, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.

Village2 counted 336 sheep in 2022, and clerk2 wrote the number of sheep down in the book of Village2 as in every other year before that one. Village2 counted 337 wells in 2022, and clerk2 wrote the number of wells down in the book of Village2 as in every other year before that one. Village2 counted 338 bridges in 2022, and clerk2 wrote the number of bridges down in the book of Village2 as in every other year before that one. Village2 counted 339 barns in 2022, and clerk2 wrote the number of barns down in the book of Village2 as in every other year before that one. Village2 counted 340 orchards in 2022, and clerk2 wrote the number of orchards down in the book of Village2 as in every other year before that one. Village2 counted 341 chapels in 2022, and clerk2 wrote the number of chapels down in the book of Village2 as in every other year before that one. Village2 counted 342 mills in 2022, and clerk2 wrote the number of mills down in the book of Village2 as in every other year before that one. Village2 counted 343 ferries in 2022, and clerk2 wrote the number of ferries down in the book of Village2 as in every other year before that one.');
INSERT INTO wordings (rowid, "text") VALUES (3, 'Village3 counted 341 sheep in 2020, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 342 wells in 2020, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 343 bridges in 2020, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 344 barns in 2020, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 345 orchards in 2020, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 346 chapels in 2020, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 347 mills in 2020, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 348 ferries in 2020, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 342 sheep in 2021, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 343 wells in 2021, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 344 bridges in 2021, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 345 barns in 2021, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 346 orchards in 2021, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 347 chapels in 2021, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 348 mills in 2021, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 349 ferries in 2021, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.

Village3 counted 343 sheep in 2022, and clerk3 wrote the number of sheep down in the book of Village3 as in every other year before that one. Village3 counted 344 wells in 2022, and clerk3 wrote the number of wells down in the book of Village3 as in every other year before that one. Village3 counted 345 bridges in 2022, and clerk3 wrote the number of bridges down in the book of Village3 as in every other year before that one. Village3 counted 346 barns in 2022, and clerk3 wrote the number of barns down in the book of Village3 as in every other year before that one. Village3 counted 347 orchards in 2022, and clerk3 wrote the number of orchards down in the book of Village3 as in every other year before that one. Village3 counted 348 chapels in 2022, and clerk3 wrote the number of chapels down in the book of Village3 as in every other year before that one. Village3 counted 349 mills in 2022, and clerk3 wrote the number of mills down in the book of Village3 as in every other year before that one. Village3 counted 350 ferries in 2022, and clerk3 wrote the number of ferries down in the book of Village3 as in every other year before that one.');
INSERT INTO wordings (rowid, "text") VALUES (5, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.');
INSERT INTO wordings (rowid, "text") VALUES (6, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.');
INSERT INTO wordings (rowid, "text") VALUES (7, 'The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.4 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.');
INSERT INTO wordings (rowid, "text") VALUES (8, 'Village7 counted 369 sheep in 2020, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 370 wells in 2020, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 371 bridges in 2020, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 372 barns in 2020, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 373 orchards in 2020, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 374 chapels in 2020, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 375 mills in 2020, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 376 ferries in 2020, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 370 sheep in 2021, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 371 wells in 2021, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 372 bridges in 2021, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 373 barns in 2021, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 374 orchards in 2021, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 375 chapels in 2021, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 376 mills in 2021, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 377 ferries in 2021, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.

Village7 counted 371 sheep in 2022, and clerk7 wrote the number of sheep down in the book of Village7 as in every other year before that one. Village7 counted 372 wells in 2022, and clerk7 wrote the number of wells down in the book of Village7 as in every other year before that one. Village7 counted 373 bridges in 2022, and clerk7 wrote the number of bridges down in the book of Village7 as in every other year before that one. Village7 counted 374 barns in 2022, and clerk7 wrote the number of barns down in the book of Village7 as in every other year before that one. Village7 counted 375 orchards in 2022, and clerk7 wrote the number of orchards down in the book of Village7 as in every other year before that one. Village7 counted 376 chapels in 2022, and clerk7 wrote the number of chapels down in the book of Village7 as in every other year before that one. Village7 counted 377 mills in 2022, and clerk7 wrote the number of mills down in the book of Village7 as in every other year before that one. Village7 counted 378 ferries in 2022, and clerk7 wrote the number of ferries down in the book of Village7 as in every other year before that one.');
INSERT INTO speakers ("id", "name") VALUES (1, 'Odile Marchetti');
INSERT INTO speaker_words (rowid, "name") VALUES (1, 'Odile Marchetti');
INSERT INTO sqlite_sequence ("name", "seq") VALUES ('passages', 42);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX versions_by_article ON versions (article);
CREATE INDEX versions_by_outlet ON versions (outlet);
CREATE INDEX quotations_by_version ON quotations (version);
CREATE INDEX passages_by_article ON passages (article);
CREATE INDEX passages_by_version ON passages (version);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE INDEX members_by_passage ON members (passage);
CREATE INDEX members_gone ON members (generation) WHERE gone;
CREATE TRIGGER passage_gone AFTER DELETE ON passages BEGIN
    UPDATE members SET gone = 1 WHERE passage = OLD.id;
END;
CREATE UNIQUE INDEX sources_by_address ON sources (server, address);
CREATE INDEX sources_due ON sources (due) WHERE address IS NOT NULL AND paused IS NULL;
CREATE INDEX items_by_article ON items (article);
CREATE INDEX jobs_at_work ON jobs (state) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_by_server ON jobs (server, id);
CREATE INDEX articles_by_origin ON articles (origin) WHERE origin IS NOT NULL;
CREATE INDEX articles_instead ON articles (instead, server) WHERE instead IS NOT NULL;
CREATE INDEX articles_unsigned ON articles (id) WHERE signed = 0;
CREATE INDEX passages_of_copies ON passages (server, published) WHERE copy = 1;
CREATE INDEX passages_to_filter ON passages (server, published, born, died, copy, article);
CREATE INDEX bands_by_article ON bands (article);
CREATE INDEX audit_by_server ON audit (server, id);
CREATE TRIGGER version_stored AFTER INSERT ON versions BEGIN
    INSERT INTO wordings (rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER version_gone AFTER DELETE ON versions BEGIN
    INSERT INTO wordings (wordings, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE INDEX quotations_by_speaker ON quotations (speaker, version);
CREATE INDEX articles_by_version ON articles (version, server);
CREATE TRIGGER speaker_met AFTER INSERT ON speakers BEGIN
    INSERT INTO speaker_words (rowid, name) VALUES (NEW.id, NEW.name);
END;
CREATE TRIGGER speaker_gone AFTER DELETE ON speakers BEGIN
    INSERT INTO speaker_words (speaker_words, rowid, name) VALUES ('delete', OLD.id, OLD.name);
END;
CREATE TRIGGER quotation_stored AFTER INSERT ON quotations WHEN NEW.speaker IS NOT NULL BEGIN
    INSERT OR IGNORE INTO speakers (name) VALUES (NEW.speaker);
END;
CREATE TRIGGER quotation_gone AFTER DELETE ON quotations
WHEN NOT EXISTS (SELECT 1 FROM quotations WHERE speaker = OLD.speaker) BEGIN
    DELETE FROM speakers WHERE name = OLD.speaker;
END;
PRAGMA user_version = 5;
