-- What an answer to a transcription says, and a kept transcript could not say again until now.

alter table transcript add column channels varchar(100); -- JSON: [1, 0]: the speaker of each channel, 0: none; null unless channels were apart
alter table transcript add column warnings mediumtext; -- JSON: ["what was asked for and is missing", ...]; null without any

alter table segment add column overlapped boolean default false not null; -- somebody else speaks at the same time
