-- What the console knows about the fleet. Times are the console's own unless a column says otherwise:
-- a terminal's clock may be wrong. The event tables carry `at` in their key, so that they can be
-- partitioned by time without a new key.

create table terminal (
  id             text        primary key,
  county_group   text        not null,                -- Sparkplug group
  place          text        not null default '',
  first_born     timestamptz,                         -- null: registered, never seen
  alive          boolean     not null default false,
  bd_seq         smallint,                            -- of the last birth
  state          text        not null default 'NEVER_SEEN',
  since          timestamptz,                         -- of the state
  app_state      text        not null default '',
  app_version    text        not null default '',
  outbox_depth   bigint      not null default 0,
  metrics        jsonb       not null default '{}',   -- last value of every metric of the node
  last_heard     timestamptz
);

create table device (
  terminal_id    text        not null references terminal (id) on delete cascade,
  id             text        not null,
  online         boolean     not null,
  lost_with_node boolean     not null default false,  -- offline only because its terminal is
  state          text        not null,
  fault          text        not null default '',
  mend           text        not null default '',
  kind           text        not null default '',
  model          text        not null default '',
  simulated      boolean     not null default false,
  since          timestamptz not null,                -- of state and fault
  primary key (terminal_id, id)
);

create table terminal_event (
  id             bigint      generated always as identity,
  at             timestamptz not null,
  terminal_id    text        not null references terminal (id) on delete cascade,
  before         text        not null,
  after          text        not null,
  app_state      text        not null default '',
  primary key (id, at)
);
create index terminal_event_by_terminal on terminal_event (terminal_id, at desc);

create table device_event (
  id             bigint      generated always as identity,
  at             timestamptz not null,
  terminal_id    text        not null references terminal (id) on delete cascade,
  device_id      text        not null,
  state          text        not null,
  fault          text        not null,
  mend           text        not null,
  primary key (id, at)
);
create index device_event_by_terminal on device_event (terminal_id, at desc);

create table daily_count (
  terminal_id    text        not null references terminal (id) on delete cascade,
  day            date        not null,                -- by the fleet's time zone
  sessions       bigint      not null default 0,
  done           bigint      not null default 0,
  stored         bigint      not null default 0,
  failed         bigint      not null default 0,
  primary key (terminal_id, day)
);
