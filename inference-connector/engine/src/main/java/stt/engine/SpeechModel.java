package stt.engine;

import java.util.List;

/** A speech recognition model in memory. Thread-safe. */
public interface SpeechModel extends EngineModel {

    /** Codes of the languages it can transcribe, in the model's own order. */
    List<String> languages();

    @Override
    SpeechSession open();
}
