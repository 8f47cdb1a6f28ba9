/**
 * Whisper (Radford et al. 2022) on ONNX Runtime: pieces of speech to text with the times of words.
 *
 * <p>Transcribing a file takes six lines:
 * <pre>{@code
 * try (SpeechModel model = WhisperEngine.load("base", store.resolve("base"), silero, EngineOptions.cpu(2));
 *         SpeechSession session = model.open();
 *         AudioSource audio = AudioSource.of(samples)) { // mono, 16 kHz
 *     RunControl control = RunControl.of(new CancelToken(), Duration.ofHours(1));
 *     Transcript transcript = session.transcribe(audio, TranscriptionOptions.DEFAULT, control);
 *     System.out.println(transcript.text());
 * }
 * }</pre>
 * Outside of a container this needs ONNX Runtime and a {@code jakarta.json} implementation on the class path.
 *
 * <p>How: voice activity finds speech, pieces of up to 28 s are cut at pauses ({@link stt.engine.vad}); a few pieces are
 * decoded side by side, greedily and without timestamp tokens ({@link stt.engine.whisper.RowSearch}), or one after the other
 * with several texts each ({@link stt.engine.whisper.BeamSearch}); what is not believed is decoded again ({@link
 * stt.engine.whisper.PieceDecoding}, {@link stt.engine.whisper.Fallback}). The second strategy is openai/whisper's loop over
 * windows with timestamps ({@link stt.engine.whisper.SeekLoop}). Word times come from the cross-attention of the alignment
 * heads, by dynamic time warping.
 *
 * <p>Rules: a model is weights, a session is state: {@link stt.engine.whisper.WhisperModel} may be used from any thread,
 * everything reached from a {@link stt.engine.whisper.WhisperSession} from one. What a session holds does not depend on
 * the length of the audio.
 *
 * <p>Decisions:
 * <ul>
 *   <li>2026-11-23: no timestamp tokens. One decode of a piece with them loses whole sentences (measured: 40 to 70
 *       words of 670); the seek loop that repairs this costs a fifth more windows.
 *   <li>2026-11-23: encoder windows are as long as the speech and 2 s of zeros. Without the zeros the decoder loops for
 *       ever; with all of the 30 s short audio takes 2 to 5 times longer. A decode that looks like a loop is repeated
 *       with the full window.
 *   <li>2026-11-23: but windows have 8 s at least: in shorter ones words of short utterances are misheard ("an
 *       old-sposed young man" for "an ill-disposed").
 *   <li>2026-11-23: keys and values stay in native buffers that are input and pinned output at once: through the heap
 *       they cost as much as the decoding.
 *   <li>2026-11-23: the alignment needs no pass of its own: in the mode without timestamps the decoding steps see
 *       exactly what the reference's forced pass sees. Texts of a beam, drawn ones, those with timestamps and those after a
 *       prompt are read once more: following every text of a beam would cost more.
 *   <li>2026-11-25: the texts of one window are rows that all read its one encoding: the cross-attention's matrix products
 *       broadcast, so a beam of 5 needs five times the self-attention's keys and values, and nothing else.
 *   <li>2026-11-25: when texts of a beam overtake each other, rows that are no longer needed take over the others' keys and
 *       values, from the first token on that differs: no row is copied that stays, and most of those that move share all but
 *       a few tokens.
 *   <li>2026-11-25: random numbers depend on seed, piece and temperature alone, so that a text does not depend on what was
 *       decoded before it.
 *   <li>2026-11-25: a text that runs in a loop ends its decoding, in every strategy; the reference writes on to the 224th
 *       token, and then rejects it for its compression ratio.
 *   <li>2026-11-25: silence is judged by the start of the transcript alone, without what was told before: language and
 *       silence are known before the prompt is chosen.
 *   <li>2026-11-25: features of a window of the second strategy are computed from the window alone, so that audio streams. The
 *       reference computes them over the whole file: frames at a window's edges see the samples beyond it, and the floor is
 *       80 dB below the loudest frame of all. It is below the loudest of the window here.
 * </ul>
 */
@NullMarked
package stt.engine.whisper;

import org.jspecify.annotations.NullMarked;
