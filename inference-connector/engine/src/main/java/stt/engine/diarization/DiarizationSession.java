package stt.engine.diarization;

import ai.onnxruntime.OrtException;
import java.time.Duration;
import stt.engine.SpeakerSession;
import stt.engine.onnx.CancellableRun;
import stt.engine.vad.ActivityTrace;
import stt.engine.vad.SileroVad;
import stt.inference.api.AudioSource;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.InferenceCancelled;
import stt.inference.api.InferenceFailed;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;

/** A slot: the buffers of one diarization on weights that others share. */
final class DiarizationSession implements SpeakerSession {

    /** Samples that are read at a time: 1 s. */
    private static final int BLOCK = AudioSource.SAMPLE_RATE_HZ;

    private final String id;
    private final SegmentationGraph segmentation;
    private final VoiceSampler sampler;
    private final double sameSpeaker;
    private final SileroVad voiceActivity;
    private final float[] block = new float[BLOCK];

    DiarizationSession(String id, SegmentationGraph segmentation, VoiceGraph voices, SileroVad voiceActivity) {
        this.id = id;
        this.segmentation = segmentation;
        this.voiceActivity = voiceActivity;
        this.sampler = new VoiceSampler(voices);
        this.sameSpeaker = voices.facts().sameSpeaker();
    }

    @Override
    public SpeakerTimeline diarize(AudioSource audio, DiarizationOptions options, RunControl control) {
        try (CancellableRun run = new CancellableRun(control.cancel());
                ActivityTrace trace = new ActivityTrace(voiceActivity)) {
            Listener listener = new Listener(segmentation, sampler, new SpeechEvidence(trace), run);
            long samples = 0;
            for (int read = audio.read(block, 0, BLOCK); read >= 0; read = audio.read(block, 0, BLOCK)) {
                run.check();
                listener.accept(block, 0, read);
                samples += read;
                control.progress().accept(Duration.ofMillis(samples * 1000 / AudioSource.SAMPLE_RATE_HZ));
            }
            Heard heard = listener.finish();
            run.check();
            return new Speakers(heard, sameSpeaker, run).find(options.speakers());
        } catch (OrtException e) {
            control.cancel().reason().ifPresent(reason -> {
                throw new InferenceCancelled(reason);
            });
            throw new InferenceFailed("The model " + id + " failed: " + e.getMessage(), e);
        }
    }

    /** Nothing to free by hand: tensors live no longer than a call, and buffers go with their last reference. */
    @Override
    public void close() {}
}
