create table access_key (
    id         varchar(64) primary key,
    secret     varbinary(256) not null,
    enabled    boolean not null,
    created_at timestamp with time zone not null
);

create table used_nonce (
    key_id  varchar(64) not null,
    nonce   varchar(128) not null,
    seen_at timestamp with time zone not null,
    primary key (key_id, nonce)
);

create index used_nonce_by_time on used_nonce (seen_at);
