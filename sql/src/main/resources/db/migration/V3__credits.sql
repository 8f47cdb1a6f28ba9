-- Quotas, credits and concurrency. Every counter is one row that conditional updates change: exact for parallel requests and
-- several nodes. A caller is "account:ID", or "ip:ADDRESS" without a key.

-- How many requests of one caller run now.
create table caller_slots (
    caller varchar(80) not null,
    taken int not null,
    primary key (caller)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- What one caller has used in one period, and what its work under way may still use.
create table quota_use (
    caller varchar(80) not null,
    period varchar(32) not null, -- "TRANSCRIPTION 2026-11"; "FILES 2026-11-23" for callers without a key
    used bigint not null, -- milliseconds, characters or files
    held bigint not null,
    ends_at bigint not null,
    primary key (caller, period)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table credit_balance (
    account_id char(36) not null,
    cents bigint not null, -- always the sum of the account's entries
    held bigint not null, -- of these, promised to work under way
    primary key (account_id),
    constraint credit_balance_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- The ledger: rows are only ever added. A reference occurs once, so that nothing is charged or granted twice.
create table credit_entry (
    id char(36) not null,
    account_id char(36) not null,
    kind varchar(16) not null, -- GRANT, CHARGE
    cents bigint not null, -- negative for a charge
    reference varchar(100) not null,
    note varchar(200) not null,
    created_at bigint not null,
    primary key (id),
    constraint credit_entry_reference_unique unique (reference),
    constraint credit_entry_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index credit_entry_account_newest on credit_entry (account_id, created_at, id);

-- What work under way has promised to use. It goes when the work is settled or released, or when its lease has expired.
create table reservation (
    id char(36) not null,
    caller varchar(80) not null,
    account_id char(36),
    kind varchar(16) not null, -- TRANSCRIPTION, ENHANCEMENT, SPEECH, TEXT
    model varchar(100) not null,
    amount bigint not null, -- milliseconds or characters
    cents bigint not null, -- held of the balance
    period varchar(32), -- of the quota; none where there is no quota
    quota bigint not null, -- held of that
    slots int not null, -- 1; 0 while it waits in a queue
    created_at bigint not null,
    expires_at bigint not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index reservation_expiry on reservation (expires_at);
create index reservation_caller on reservation (caller, expires_at);

-- What an account had done on one day (UTC), by kind.
create table usage_day (
    account_id char(36) not null,
    usage_date char(10) not null, -- 2026-11-23
    kind varchar(16) not null,
    requests bigint not null,
    millis bigint not null,
    characters bigint not null,
    cents bigint not null,
    primary key (account_id, usage_date, kind),
    constraint usage_day_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Requests that carry an Idempotency-Key. The answer is stored in the transaction that charges for it.
create table idempotent_request (
    account_id char(36) not null,
    key_hash char(64) not null, -- SHA-256 of the key
    fingerprint char(64) not null, -- SHA-256 of what was asked
    claim char(36) not null, -- of the request that works on it, or has
    answered smallint not null, -- 0 or 1
    content_type varchar(100),
    headers varchar(1000), -- "Name: value" lines
    body longblob, -- gzip
    created_at bigint not null,
    expires_at bigint not null, -- of the claim's lease while it is not answered, then of the answer
    primary key (account_id, key_hash),
    constraint idempotent_request_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index idempotent_request_expiry on idempotent_request (expires_at);
