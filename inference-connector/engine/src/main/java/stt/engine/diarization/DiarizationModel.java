package stt.engine.diarization;

import java.io.IOException;
import java.nio.file.Files;
import stt.engine.SpeakerModel;
import stt.engine.SpeakerSession;
import stt.engine.onnx.OnnxGraph;
import stt.engine.vad.SileroVad;

/** Segmentation, voices and voice activity in memory, which it owns. Thread-safe. */
final class DiarizationModel implements SpeakerModel {

    private final String id;
    private final OnnxGraph segmentation;
    private final OnnxGraph voices;
    private final VoiceFacts facts;
    private final SileroVad voiceActivity;
    private final long weightBytes;

    DiarizationModel(SpeakerFiles files, OnnxGraph segmentation, OnnxGraph voices, SileroVad voiceActivity)
            throws IOException {
        this.id = files.id();
        this.segmentation = segmentation;
        this.voices = voices;
        this.facts = files.voices().facts();
        this.voiceActivity = voiceActivity;
        this.weightBytes =
                Files.size(files.segmentation()) + Files.size(files.voices().file());
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
        return new DiarizationSession(
                id, new SegmentationGraph(segmentation), new VoiceGraph(voices, facts), voiceActivity);
    }

    @Override
    public void close() {
        segmentation.close();
        voices.close();
        voiceActivity.close();
    }
}
