alter table access_key add column name varchar(100);
-- Names joined by commas; null for all.
alter table access_key add column actions varchar(4000);
alter table access_key add column per_minute int;
alter table access_key add column old_secret varbinary(256);
alter table access_key add column old_secret_until timestamp with time zone;

create table key_usage (
    key_id  varchar(64) not null,
    action  varchar(64) not null,
    on_day  date not null,
    calls   bigint not null,
    refused bigint not null,
    failed  bigint not null,
    primary key (key_id, action, on_day)
);

create index key_usage_by_day on key_usage (on_day);
