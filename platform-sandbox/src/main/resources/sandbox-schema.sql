-- What the sandbox remembers. Nothing personal: of a request's body only the hash is kept.
CREATE TABLE IF NOT EXISTS application (
  idempotency_key VARCHAR(64)  PRIMARY KEY,
  body_hash       CHAR(64)     NOT NULL,
  case_number     CHAR(25)     NOT NULL UNIQUE,
  local_number    CHAR(20)     NOT NULL UNIQUE,
  terminal        VARCHAR(20)  NOT NULL,
  matter_id       VARCHAR(60)  NOT NULL,
  matter_version  VARCHAR(40)  NOT NULL,
  accepted_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  promised_by     DATE         NOT NULL
);
CREATE TABLE IF NOT EXISTS rating (
  idempotency_key VARCHAR(64)  PRIMARY KEY,
  body_hash       CHAR(64)     NOT NULL,
  case_number     CHAR(25)     NOT NULL UNIQUE REFERENCES application (case_number),
  level           TINYINT      NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE IF NOT EXISTS case_sequence (
  prefix VARCHAR(20) PRIMARY KEY,
  last   INT         NOT NULL
);
