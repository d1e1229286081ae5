-- Whether the key may operate the server by its console.
alter table access_key add column operator boolean not null default false;
