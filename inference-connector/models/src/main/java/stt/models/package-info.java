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
 *   <li>2026-11-23: models without a source stay in the catalog, because the contract's list of models names them and
 *       their files can be installed from a folder.
 * </ul>
 */
@NullMarked
package stt.models;

import org.jspecify.annotations.NullMarked;
