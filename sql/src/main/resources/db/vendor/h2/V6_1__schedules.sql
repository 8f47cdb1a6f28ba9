-- What db-scheduler keeps, in UTC. Each vendor has another name for a date and a time without a zone.

create table scheduled_job (
    task_name varchar(100) not null,
    task_instance varchar(100) not null, -- the transcript's id
    task_data blob,
    execution_time timestamp(6) not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp(6),
    last_failure timestamp(6),
    consecutive_failures int,
    last_heartbeat timestamp(6),
    version bigint not null,
    priority int not null,
    primary key (task_name, task_instance)
);

create index scheduled_job_due on scheduled_job (picked, priority, execution_time);
create index scheduled_job_heartbeat on scheduled_job (last_heartbeat);

create table scheduled_webhook (
    task_name varchar(100) not null,
    task_instance varchar(100) not null, -- the webhook's id
    task_data blob,
    execution_time timestamp(6) not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp(6),
    last_failure timestamp(6),
    consecutive_failures int,
    last_heartbeat timestamp(6),
    version bigint not null,
    priority int not null,
    primary key (task_name, task_instance)
);

create index scheduled_webhook_due on scheduled_webhook (picked, priority, execution_time);
create index scheduled_webhook_heartbeat on scheduled_webhook (last_heartbeat);
