-- Unknown until a queued transcript is done.
alter table transcript
    modify column language varchar(16) null,
    modify column duration_ms bigint null,
    modify column completed_at bigint null;

-- The foreign key to account goes on with the newer index, which begins with the same column.
drop index transcript_account_newest on transcript;

create fulltext index transcript_search_terms on transcript_search (terms);
