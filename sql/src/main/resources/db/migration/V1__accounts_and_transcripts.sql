-- Written once for H2 and MySQL/MariaDB: what only the latter understand stands in their executable comments.
-- Ids are random UUIDs in text. Times are milliseconds since 1970-01-01T00:00:00Z: the same number in every database, driver and time zone.

create table account (
    id char(36) not null,
    email varchar(254) not null, -- in lower case; also the login
    name varchar(200) not null,
    role varchar(16) not null, -- USER, ADMIN
    plan varchar(16) not null, -- FREE, PAID
    password_hash varchar(255) not null,
    created_at bigint not null,
    primary key (id),
    constraint account_email_unique unique (email)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table api_key (
    id char(36) not null,
    account_id char(36) not null,
    name varchar(100) not null,
    prefix varchar(16) not null, -- the part of the key that lists may show
    secret_hash char(64) not null, -- SHA-256 of the whole key, in hexadecimal
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint,
    primary key (id),
    constraint api_key_secret_unique unique (secret_hash),
    constraint api_key_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index api_key_account on api_key (account_id, created_at);

create table transcript (
    id char(36) not null,
    account_id char(36) not null,
    title varchar(255) not null,
    status varchar(16) not null, -- COMPLETED
    model varchar(100) not null, -- that really ran
    language varchar(16) not null,
    duration_ms bigint not null,
    created_at bigint not null, -- when the request came
    completed_at bigint not null,
    primary key (id),
    constraint transcript_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index transcript_account_newest on transcript (account_id, created_at, id);

-- A transcript's segments lie together, in order: the primary key is how InnoDB stores them.
create table segment (
    transcript_id char(36) not null,
    ordinal int not null, -- from 0
    start_ms bigint not null,
    end_ms bigint not null,
    text mediumtext /*! character set utf8mb4 collate utf8mb4_unicode_ci */ not null,
    confidence double not null,
    words mediumtext not null, -- JSON: [["word", start_ms, end_ms, confidence], ...]
    primary key (transcript_id, ordinal),
    constraint segment_transcript_fk foreign key (transcript_id) references transcript (id) on delete cascade
) /*! character set utf8mb4 collate utf8mb4_bin */;
