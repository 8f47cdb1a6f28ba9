/**
 * The store of models, administered from inside the server.
 *
 * <p>Rules: the operations are those of {@link stt.models.ModelStore}, which {@code ./stt models} uses as well; two processes
 * that change a store wait for each other there. What administrators are told names no folder of the machine.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: installing, verifying and removing are works in the background, each a record that clients ask for again and
 *       again: they take up to hours, and even a removal may wait for another process that installs. What is known of works is
 *       not kept: after a restart the store itself says what is installed, and an installation that is asked for again goes on
 *       where it ended.
 *   <li>2026-11-25: a model from a folder comes from one in {@code stt.models.import-dir}, named without a path: a key of an
 *       administrator is not to read the machine's files.
 *   <li>2026-11-25: the hub and its token are configuration of the server; no request names either.
 * </ul>
 */
@NullMarked
package stt.connector.store;

import org.jspecify.annotations.NullMarked;
