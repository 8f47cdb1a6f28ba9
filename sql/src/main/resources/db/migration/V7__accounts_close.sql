-- An account is closed with all that belongs to it: whatever refers to an account goes with it. Every later table must say so too.

alter table api_key drop constraint api_key_account_fk;
alter table api_key add constraint api_key_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table transcript drop constraint transcript_account_fk;
alter table transcript add constraint transcript_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table login_session drop constraint login_session_account_fk;
alter table login_session add constraint login_session_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table mailed_link drop constraint mailed_link_account_fk;
alter table mailed_link add constraint mailed_link_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table webhook_secret drop constraint webhook_secret_account_fk;
alter table webhook_secret add constraint webhook_secret_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table cloud_instance drop constraint cloud_instance_account_fk;
alter table cloud_instance add constraint cloud_instance_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table credit_balance drop constraint credit_balance_account_fk;
alter table credit_balance add constraint credit_balance_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table credit_entry drop constraint credit_entry_account_fk;
alter table credit_entry add constraint credit_entry_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table usage_day drop constraint usage_day_account_fk;
alter table usage_day add constraint usage_day_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table job drop constraint job_account_fk;
alter table job add constraint job_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table webhook drop constraint webhook_account_fk;
alter table webhook add constraint webhook_account_fk
    foreign key (account_id) references account (id) on delete cascade;

alter table idempotent_request drop constraint idempotent_request_account_fk;
alter table idempotent_request add constraint idempotent_request_account_fk
    foreign key (account_id) references account (id) on delete cascade;
