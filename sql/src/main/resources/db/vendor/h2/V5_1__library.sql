-- Unknown until a queued transcript is done.
alter table transcript alter column language set null;
alter table transcript alter column duration_ms set null;
alter table transcript alter column completed_at set null;

-- The foreign key to account goes on with the newer index, which begins with the same column.
drop index transcript_account_newest;

-- Searched by LIKE among the rows of one account: no full-text index here (stt.search).
