/**
 * Which models there are, and which of them are on this machine: a catalog in one readable file, and a store of folders
 * that every process of the machine shares.
 *
 * <p>Rules: reading the store takes no lock; changing it takes the store's file lock. A folder of the store that has a
 * manifest is complete, because folders are filled elsewhere and renamed into place. This package knows no engine: it
 * hands over files.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: what is installed is what the folders say, not a database or an index file, so that a store can be
 *       copied, mounted read-only or cleaned by hand.
 *   <li>2026-11-23: one lock for the whole store. Installing is rare, and the second of two processes that install the
 *       same model then finds it done.
 *   <li>2026-11-23: {@code memory_mb} in the catalog is 8-bit weights with one session. Base is measured; the others are
 *       scaled from their number of parameters.
 *   <li>2026-11-23: manifests name the revision of the importer's graphs, so that an upgrade that changes them imports the
 *       models again instead of running graphs that it does not understand.
 *   <li>2026-11-25: models that no package has come from a hub, at a commit that the catalog names, and their weights must
 *       have the sha256 that it names; a folder may hold any model of the same shape instead.
 *   <li>2026-11-25: what has come of a download stays under {@code .downloads} until the model is installed, for a week at
 *       most; an import that was interrupted begins anew, which takes seconds.
 *   <li>2026-11-25: the acceptance of a licence that restricts use is written into the manifest with its time, and counts
 *       for repairs of the same model.
 *   <li>2026-11-25: only names are forced when a folder is put into its place: forcing every file of the store opened and
 *       closed the lock's file, which frees a POSIX lock.
 * </ul>
 */
@NullMarked
package stt.models;

import org.jspecify.annotations.NullMarked;
