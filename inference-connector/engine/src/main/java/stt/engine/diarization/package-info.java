/**
 * Who speaks when: windows of 10 s in which up to three voices are told apart, what those voices sound like, and which of
 * them are one speaker.
 *
 * <p>Rules: hearing goes along with the audio and holds at most 20 s of it; what is kept for the end is about 2 KB for each
 * second, so 10 hours take 80 MB. All that is random is left out: the same audio gives the same turns. Whoever asks for
 * turns gets speakers numbered from 1 by first speech.
 *
 * @see stt.engine.diarization.Listener the part that goes along with the audio
 * @see stt.engine.diarization.Speakers the part that comes after it
 */
@NullMarked
package stt.engine.diarization;

import org.jspecify.annotations.NullMarked;
