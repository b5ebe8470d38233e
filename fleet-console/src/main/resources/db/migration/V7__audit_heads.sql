-- How far the audit journals of the terminals went, as they told it: the witness against which an exported journal can be held.
-- A chain only grows, and one of its entries has one hash; what else is told is a trouble, and an operator has to look.

create table audit_head (
  terminal_id    text        not null references terminal (id) on delete cascade,
  chain          text        not null,
  count          bigint      not null,
  hash           text        not null,                -- of the entry with this number; what was told first stays
  at             timestamptz not null,                -- of that entry, by the terminal's clock
  stored_at      timestamptz not null,                -- by the console's clock
  primary key (terminal_id, chain, count)
);

create table audit_chain (                            -- what was told last
  terminal_id    text        primary key references terminal (id) on delete cascade,
  chain          text        not null,                -- empty: the terminal never had a journal
  count          bigint      not null,
  hash           text        not null,
  at             timestamptz not null,
  unwritten      bigint      not null                 -- entries that the terminal's disk did not take
);

create table audit_trouble (
  terminal_id    text        not null references terminal (id) on delete cascade,
  seq            bigint      not null,                -- of the record that told it
  at             timestamptz not null,
  what           text        not null,                -- replaced | fell | differs
  chain          text        not null,
  count          bigint      not null,
  count_before   bigint      not null,                -- as told before
  stored_at      timestamptz not null,
  primary key (terminal_id, seq, at)
);
