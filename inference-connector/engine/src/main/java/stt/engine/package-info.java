/**
 * The seam between the resource adapter and the engines: a loaded model gives sessions, a session transcribes.
 *
 * <p>Rules: nothing here or below knows JCA, EJB or HTTP; an engine is usable and testable alone, with a folder of model
 * files and audio. Native memory has an owner with a {@code close}.
 */
@NullMarked
package stt.engine;

import org.jspecify.annotations.NullMarked;
