package stt.engine;

/** Models that tell speakers apart, in memory. Thread-safe. */
public interface SpeakerModel extends EngineModel {

    @Override
    SpeakerSession open();
}
