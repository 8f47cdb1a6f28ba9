/**
 * Back-up and restore: everything of the platform that cannot be made again, in one file.
 *
 * <p>Rules: what is written names no database product, so that a back-up of any is restored into any. Rows go through one by
 * one, whatever the size of a table. A back-up is read whole and compared with its hashes before anything is changed. It holds
 * the key file and hashes of keys and passwords: whoever may read it may read the database.
 *
 * <pre>
 * manifest.json        written last: schema version, tables with their columns, rows and hashes, files with their hashes
 * tables/NAME.json     an array with an array for each row, in the order of the manifest's columns
 * files/secrets.key    what stt.accounts.key-file names
 * files/audio/...      kept recordings: stt.transcripts.audio-dir
 * files/jobs/...       recordings that wait for their turn: stt.jobs.dir
 * </pre>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: our own dump over JDBC, not the databases' tools: H2's writes only what H2 reads, MySQL's needs its
 *       programs on this machine, and moving from the one to the other is the same thing as a restore.
 *   <li>2026-11-25: rows are read in one transaction that sees one moment: serializable on H2 (a snapshot of all tables there,
 *       without locks), repeatable read on MySQL and MariaDB. The server goes on meanwhile.
 *   <li>2026-11-25: a restore replaces all rows in one transaction, because neither MySQL nor MariaDB can undo a change of the
 *       schema: the schema comes first, to the newest version, and a failure leaves the rows as they were. A back-up of an older
 *       schema is therefore migrated beside, in a temporary H2 file, and goes from there into the database.
 *   <li>2026-11-25: recordings are copied after the moment that the rows are from. A recording made in between is in the
 *       back-up without its transcript, one that was deleted in between is missing, as it would be a moment later.
 * </ul>
 */
@NullMarked
package stt.backup;

import org.jspecify.annotations.NullMarked;
