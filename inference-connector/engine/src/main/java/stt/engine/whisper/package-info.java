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
 * decoded side by side, greedily and without timestamp tokens; word times come from the cross-attention of the alignment
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
 *       exactly what the reference's forced pass sees.
 * </ul>
 */
@NullMarked
package stt.engine.whisper;

import org.jspecify.annotations.NullMarked;
