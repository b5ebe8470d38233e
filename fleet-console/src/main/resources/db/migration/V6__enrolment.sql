-- How terminals come to their certificates. Times are the console's own. Nothing refers to the table terminal: a terminal is
-- enrolled before it is heard of.

create table enrolment_request (
  id             bigint      generated always as identity primary key,
  terminal_id    text        not null,
  county_group   text        not null,                -- as the terminal says, until an operator decides
  key_hash       text        not null,                -- SHA-256 of the public key
  code_hash      text        not null,                -- SHA-256 of terminal id and claim code
  state          text        not null default 'PENDING', -- ACCEPTED, ISSUED, DISMISSED
  asked_from     text        not null default '',     -- the address
  asked_at       timestamptz not null,
  last_asked_at  timestamptz not null,
  decided_by     text        not null default '',
  decided_at     timestamptz,
  serial         text        not null default '',     -- of the certificate that was made
  unique (terminal_id, key_hash)
);
create index enrolment_request_by_code on enrolment_request (code_hash);

create table terminal_certificate (
  serial         text        primary key,             -- hexadecimal
  terminal_id    text        not null,
  county_group   text        not null,
  key_hash       text        not null,
  not_after      timestamptz not null,
  certificate    bytea       not null,
  issued_at      timestamptz not null,
  renews         text        not null default '',     -- the serial of the one that asked for it
  withdrawn_by   text        not null default '',
  withdrawn_at   timestamptz                          -- never to be renewed from then on
);
create index terminal_certificate_by_terminal on terminal_certificate (terminal_id, issued_at desc);

create table enrolment_event (
  id             bigint      generated always as identity primary key,
  at             timestamptz not null,
  who            text        not null,                -- an operator, or the address that a request came from
  what           text        not null,                -- asked, contested, wrong-code, accepted, dismissed, issued, renewed, refused, withdrawn
  terminal_id    text        not null,
  detail         text        not null default ''
);
