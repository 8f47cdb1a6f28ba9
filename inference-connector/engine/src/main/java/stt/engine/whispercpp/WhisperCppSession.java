package stt.engine.whispercpp;

import ai.onnxruntime.OrtException;
import stt.engine.SpeechSession;
import stt.engine.onnx.CancellableRun;
import stt.inference.api.AudioSource;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;

/** A slot: whisper.cpp's state of one decode on weights that others share. Cancelling ends it with the piece it is at. */
final class WhisperCppSession implements SpeechSession {

    private final WhisperCppModel model;
    private final NativeState state;
    private boolean closed;

    WhisperCppSession(WhisperCppModel model, NativeState state) {
        this.model = model;
        this.state = state;
    }

    @Override
    public Transcript transcribe(AudioSource audio, TranscriptionOptions options, RunControl control) {
        Transcription transcription = new Transcription(model, state, options, control.progress());
        try (CancellableRun run = new CancellableRun(control.cancel())) {
            return transcription.run(audio, run);
        } catch (OrtException | NativeState.Failure e) {
            control.cancel().reason().filter(reason -> !state.isBroken()).ifPresent(reason -> {
                throw new InferenceCancelled(reason);
            });
            throw new InferenceFailed("The model " + model.id() + " failed: " + e.getMessage(), e);
        }
    }

    /** whisper.cpp does not tell. */
    @Override
    public long decodedSteps() {
        return 0;
    }

    /** Gives the state to the model's next session; a second close does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            model.giveBack(state);
        }
    }
}
