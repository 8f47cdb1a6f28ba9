/**
 * Work that the database remembers: db-scheduler on the container's threads and data source.
 *
 * <p>Rules: what is to be done is added in the caller's transaction, and so exists exactly if that commits. It is done at least
 * once: a node that dies while it works is found by its missing heartbeats, and another begins again. Whoever does the work
 * must see to it that twice is as good as once.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: every node takes due work by {@code SELECT ... FOR UPDATE SKIP LOCKED}, no more than it has free workers
 *       for: what waits stays in the database, where other nodes may take it and where its order can still change. Left to
 *       itself, db-scheduler 16 would fetch first and lock later on H2 and on MariaDB (through MariaDB's own driver; through
 *       MySQL's, which we use, it takes MariaDB for MySQL 8 and locks). We name the statement ourselves: the same on H2, MySQL
 *       from 8.0 and MariaDB from 10.6.
 *   <li>2026-11-25: each kind of work has a table and a scheduler of its own: minutes of transcription must not hold up a
 *       webhook, and a scheduler deletes rows of tasks that it does not know.
 *   <li>2026-11-25: threads are never interrupted: an interrupt closes the file that H2 keeps everything in. Work ends by
 *       being asked to.
 *   <li>2026-11-25: times of the scheduler are UTC in {@code datetime}, which no server converts; ours are numbers elsewhere, but
 *       db-scheduler knows timestamps alone.
 * </ul>
 */
@NullMarked
package stt.schedule;

import org.jspecify.annotations.NullMarked;
