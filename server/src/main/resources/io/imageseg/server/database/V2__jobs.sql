create table job (
    id            varchar(36) primary key,
    key_id        varchar(64) not null,
    parameters    text not null,
    origin        varchar(512) not null,
    status        varchar(20) not null,
    attempts      int not null,
    submitted_at  timestamp with time zone not null,
    ended_at      timestamp with time zone,
    result        text,
    error_code    varchar(64),
    error_message text
);

create index job_by_end on job (ended_at);

-- db-scheduler's own, as its documentation asks for it.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
