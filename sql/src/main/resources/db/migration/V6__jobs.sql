-- Transcriptions that wait for their turn, and webhooks that wait to be delivered. The scheduled_* tables are db-scheduler's
-- own, in its shape (version 16): when something is due, which node has picked it, and that node's last heartbeat, in UTC.

-- A transcription that waits, or is under way. Its row goes in the transaction that ends it.
create table job (
    transcript_id char(36) not null,
    account_id char(36) not null,
    reservation_id char(36) not null,
    file char(36) not null, -- name of the recording in stt.jobs.dir
    request mediumtext not null, -- JSON: how to transcribe
    callback_url varchar(2000), -- where to tell of the end
    band int not null, -- 0 before 1: paid accounts before free ones
    start_tag int not null, -- whose turn it is within a band: the smaller first (stt.jobs.Turn)
    cost int not null, -- minutes of audio, at least 1
    tries int not null, -- begun and not put back
    run char(36), -- the try under way; null while it waits
    last_error varchar(500), -- why the last try ended, in a sentence
    created_at bigint not null,
    primary key (transcript_id),
    constraint job_transcript_fk foreign key (transcript_id) references transcript (id) on delete cascade,
    constraint job_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index job_account on job (account_id, band);
create index job_turn on job (band, start_tag, created_at);

-- One row, which those who queue a job change one after the other: limits and turns are exact.
create table job_queue (
    name varchar(16) not null,
    queued bigint not null, -- how many ever
    primary key (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

insert into job_queue (name, queued) values ('jobs', 0);

-- A message that an account's receiver has not taken yet.
create table webhook (
    id char(36) not null, -- also what the receiver knows it by, whatever the try
    account_id char(36) not null,
    url varchar(2000) not null,
    body mediumtext not null, -- JSON, as it is sent and signed
    tries int not null,
    created_at bigint not null,
    primary key (id),
    constraint webhook_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- The status of a kept answer: 202 for a job.
alter table idempotent_request add column status int default 200 not null;
