-- What a device uses up, as it was last told: [{kind, name, percent, estimated, daysLeft}, …].
alter table device add column supplies jsonb not null default '[]';
