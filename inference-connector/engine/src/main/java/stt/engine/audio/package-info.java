/**
 * From samples to what a speech model sees: log-mel spectrograms, and a bounded memory of recent audio.
 *
 * <p>Rules: everything streams; no class here needs a whole recording. Buffers are made once and reused; the loops that
 * run per frame allocate nothing. Audio is mono, 16 kHz, one float per sample in [-1, 1].
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: the mel filters are computed, not shipped: they follow from two formulas, for any number of bins.
 *   <li>2026-11-23: the clamp to 8 (80 dB) below the maximum takes the maximum of the piece, not of the whole file as
 *       the reference does: a stream has no whole, and a loud noise elsewhere should not change a quiet speaker's
 *       features.
 * </ul>
 */
@NullMarked
package stt.engine.audio;

import org.jspecify.annotations.NullMarked;
