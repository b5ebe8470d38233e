-- Records that terminals keep until the console has them: each once, however often it is sent. `at` is the terminal's own time
-- and part of the key, so that the table can be partitioned by it without a new key, and so that a terminal which lost its
-- count and its clock does not lose a record too.

create table terminal_record (
  terminal_id    text        not null references terminal (id) on delete cascade,
  seq            bigint      not null,
  at             timestamptz not null,                -- when it happened, by the terminal's clock
  kind           text        not null,
  facts          jsonb       not null,
  stored_at      timestamptz not null,                -- by the console's clock
  primary key (terminal_id, seq, at)
);

alter table terminal add column clone_at timestamptz; -- when two agents with this identity were last seen to alternate
