-- What people do with transcripts after they are made. What H2 and MySQL/MariaDB say differently is in db/vendor, version 5.1.

alter table transcript add column error varchar(500); -- one sentence, when FAILED
alter table transcript add column progress int; -- per cent, while PROCESSING
alter table transcript add column original_title varchar(255); -- set when it was renamed
alter table transcript add column turns mediumtext; -- JSON: [[start_ms, end_ms, "Speaker 1"], ...]; null where speakers were not told apart
alter table transcript add column speaker_names mediumtext; -- JSON: {"Speaker 1": "Anna"}: what people call the speakers
alter table transcript add column audio_bytes bigint; -- size of the kept recording; null when none is kept

alter table segment add column speaker varchar(100); -- as recognized
alter table segment add column edited_text mediumtext /*! character set utf8mb4 collate utf8mb4_unicode_ci */; -- in place of text
alter table segment add column edited_speaker varchar(100); -- in place of speaker
alter table segment add column edited_at bigint;

-- Transcripts and their audio older than this are removed; null: as configured for everybody.
alter table account add column retention_days int;

-- All that lists filter by is in the index, which is in their order: no list reads a row that it does not show.
create index transcript_list on transcript (account_id, created_at, id, status, language);

-- What q= finds transcripts by: each of a transcript's words once, written as stt.search.SearchTerms does.
create table transcript_search (
    transcript_id char(36) not null,
    account_id char(36) not null,
    terms mediumtext not null,
    primary key (transcript_id),
    constraint transcript_search_transcript_fk foreign key (transcript_id) references transcript (id) on delete cascade
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index transcript_search_account on transcript_search (account_id);

-- Work that one node of a cluster does for all: who moves the time on does it.
create table periodic_task (
    name varchar(64) not null,
    last_run_at bigint not null,
    primary key (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

insert into periodic_task (name, last_run_at) values ('retention', 0);
