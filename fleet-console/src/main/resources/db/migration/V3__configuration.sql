-- How each terminal shall be. A version only grows, so what was ordered once is never ordered again under the same number.

create table terminal_configuration (
  terminal_id    text        primary key references terminal (id) on delete cascade,
  version        bigint      not null,
  digest         text        not null,                -- of the values
  document       bytea       not null,                -- the whole configuration; signed when it is sent
  issued_at      timestamptz not null,
  outcome        text        not null default '',     -- of sending this version: '', 'sent', 'done', 'refused bad-value' …
  outcome_at     timestamptz
);
