/**
 * Where speech is: probabilities from Silero VAD, regions of speech from them, and pieces of at most 28 s cut at pauses.
 *
 * <p>Rules: everything streams; audio flows in blocks of 32 windows of 512 samples (32 ms each), pieces come out as soon
 * as they are settled, and what is held is bounded by {@link stt.engine.vad.SpeechPieces#LONGEST_HELD_SECONDS}.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: regions as in Silero's own {@code get_speech_timestamps}: on at 0.5, off at 0.35, ended by 160 ms of
 *       silence. Pieces keep the silence between their regions: Whisper is trained on audio as it comes.
 *   <li>2026-11-23: a piece ends at the longest pause of its last part, not at the last one: measured on sentences read
 *       with pauses, and longer pauses are ends of sentences more often.
 *   <li>2026-11-23: 8 s more than a piece are looked at before cutting, so that the last piece of a recording is not a
 *       lone word: pieces under a few seconds lose context.
 *   <li>2026-11-23: pieces keep 400 ms of silence at both ends where there is as much, as faster-whisper pads speech:
 *       with 200 ms a word of a short sentence was misheard ("ill-sposed"). Over 31 short utterances it made no
 *       difference beyond chance: 21 errors against 21.
 *   <li>2026-11-23: both of Silero's graphs run here. The one for sequences takes 32 windows a call and costs a third
 *       of the one for single windows (0.09 against 0.32 ms a window), with the same probabilities to the last bit.
 * </ul>
 */
@NullMarked
package stt.engine.vad;

import org.jspecify.annotations.NullMarked;
