-- Version 1 of kiosk.db. One statement per block, blocks end with a semicolon at the end of a line.
CREATE TABLE outbox (
  seq             INTEGER PRIMARY KEY AUTOINCREMENT,
  id              TEXT    NOT NULL UNIQUE,  -- the idempotency key too
  kind            TEXT    NOT NULL CHECK (kind IN ('application', 'rating')),
  local_number    TEXT    NOT NULL,
  state           TEXT    NOT NULL CHECK (state IN ('pending', 'acknowledged', 'refused', 'blocked')),
  algorithm       TEXT    NOT NULL,
  key_id          TEXT    NOT NULL,
  nonce           BLOB,                     -- null once wiped
  sealed          BLOB,                     -- everything personal; null once wiped
  attempts        INTEGER NOT NULL DEFAULT 0,
  not_before      INTEGER NOT NULL,         -- ms; whoever stored the row tries first
  stored_at       INTEGER NOT NULL,         -- ms
  ended_at        INTEGER,                  -- ms
  case_number     TEXT,
  cause           TEXT,                     -- stable code of the last failure
  UNIQUE (kind, local_number)
);
CREATE INDEX outbox_pending ON outbox (state, attempts, seq);
CREATE TABLE sequence (
  day  TEXT    PRIMARY KEY,
  last INTEGER NOT NULL
);
