-- Sign-up, sessions of browsers, links in mails, attempts, keys that expire, webhook secrets, private instances.
-- The table usage_day is made together with the charges that write it (V3).

-- What the account's owner wants to be mailed about.
alter table account add column mail_news boolean default false not null;
alter table account add column mail_usage_alerts boolean default true not null;
alter table account add column mail_finished_jobs boolean default false not null;

alter table api_key add column expires_at bigint;

-- Somebody who has asked for an account, and whose address is not verified yet. There may be several for one address: the
-- first whose link is followed gets it.
create table sign_up (
    id char(36) not null, -- of the account that it becomes
    email varchar(254) not null,
    name varchar(200) not null,
    password_hash varchar(255) not null,
    key_prefix varchar(16) not null, -- of the first API key
    key_hash char(64) not null,
    link_hash char(64) not null, -- SHA-256 of the secret in the mailed link
    created_at bigint not null,
    expires_at bigint not null,
    primary key (id),
    constraint sign_up_link_unique unique (link_hash)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index sign_up_expiry on sign_up (expires_at);

-- A browser that is signed in.
create table login_session (
    id_hash char(64) not null, -- SHA-256 of the cookie
    account_id char(36) not null,
    created_at bigint not null,
    last_used_at bigint not null, -- to the minute
    primary key (id_hash),
    constraint login_session_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index login_session_account on login_session (account_id);
create index login_session_age on login_session (last_used_at);

-- A link that was mailed to an account's owner, and works once.
create table mailed_link (
    link_hash char(64) not null, -- SHA-256 of the secret in the link
    account_id char(36) not null,
    purpose varchar(16) not null, -- NEW_ADDRESS, NEW_PASSWORD
    email varchar(254) not null, -- that it was mailed to
    expires_at bigint not null,
    primary key (link_hash),
    constraint mailed_link_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index mailed_link_account on mailed_link (account_id);
create index mailed_link_expiry on mailed_link (expires_at);

-- How often something was tried since a window began.
create table attempts (
    name varchar(100) not null, -- what, and the SHA-256 of who
    started_at bigint not null,
    used int not null,
    primary key (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index attempts_age on attempts (started_at);

-- What webhooks of an account are signed with; readable with the key file alone.
create table webhook_secret (
    id char(36) not null,
    account_id char(36) not null,
    sealed varchar(255) not null, -- AES-256-GCM, base64: nonce and ciphertext with tag
    created_at bigint not null,
    signs_until bigint, -- of one that was replaced
    primary key (id),
    constraint webhook_secret_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index webhook_secret_account on webhook_secret (account_id, created_at);

-- A private instance of the platform that runs for one account.
create table cloud_instance (
    id char(36) not null,
    account_id char(36) not null,
    name varchar(100) not null,
    region varchar(100) not null,
    endpoint varchar(500) not null,
    gpu varchar(100), -- as registered, or as the instance has told
    status varchar(16) not null, -- UNKNOWN, OK, LOADING, DEGRADED, UNAVAILABLE, UNREACHABLE
    created_at bigint not null,
    checked_at bigint,
    next_check_at bigint not null, -- the node that moves it on does the check
    primary key (id),
    constraint cloud_instance_account_fk foreign key (account_id) references account (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index cloud_instance_account on cloud_instance (account_id, name);
create index cloud_instance_due on cloud_instance (next_check_at);
