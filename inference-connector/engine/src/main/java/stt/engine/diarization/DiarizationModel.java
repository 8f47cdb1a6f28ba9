package stt.engine.diarization;

import stt.engine.SpeakerModel;
import stt.engine.SpeakerSession;
import stt.engine.onnx.OnnxGraph;

/** Segmentation and voices in memory. Thread-safe. */
final class DiarizationModel implements SpeakerModel {

    private final String id;
    private final OnnxGraph segmentation;
    private final OnnxGraph voices;
    private final long weightBytes;

    DiarizationModel(String id, OnnxGraph segmentation, OnnxGraph voices, long weightBytes) {
        this.id = id;
        this.segmentation = segmentation;
        this.voices = voices;
        this.weightBytes = weightBytes;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long weightBytes() {
        return weightBytes;
    }

    @Override
    public SpeakerSession open() {
        return new DiarizationSession(id, new SegmentationGraph(segmentation), new VoiceGraph(voices));
    }

    @Override
    public void close() {
        segmentation.close();
        voices.close();
    }
}
