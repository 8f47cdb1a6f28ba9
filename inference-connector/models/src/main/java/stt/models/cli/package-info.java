/**
 * The command that lists, installs, verifies and removes models.
 *
 * <p>Rules: results and progress go to standard output, errors to standard error, one plain sentence each. Exit code 0
 * means done, 1 that it could not be done, 2 that the command line is wrong.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: installing a model by its id reads what is there whole and repairs it; {@code --starter}, which runs at
 *       every start of the server, trusts the sizes of files and says nothing when there is nothing to do.
 *   <li>2026-11-23: the first model that cannot be installed ends the command: the reason is mostly the network or the
 *       disk, which the next one would meet as well.
 * </ul>
 */
@NullMarked
package stt.models.cli;

import org.jspecify.annotations.NullMarked;
