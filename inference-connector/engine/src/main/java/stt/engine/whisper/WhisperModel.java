package stt.engine.whisper;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.onnx.OnnxGraph;
import stt.engine.text.Tokenizer;
import stt.engine.vad.SileroVad;

/** A Whisper model in memory: two graphs, a vocabulary, and the voice activity model. Thread-safe. */
final class WhisperModel implements SpeechModel {

    /** What the encoder's keys and values of a batch may take in one session. */
    private static final long CROSS_ATTENTION_BYTES = 160L << 20;

    /** More windows side by side bring little more. */
    private static final int MOST_ROWS = 4;

    private final String id;
    private final WhisperFacts facts;
    private final Tokenizer tokenizer;
    private final OnnxGraph encoder;
    private final OnnxGraph decoder;
    private final SileroVad voiceActivity;
    private final long weightBytes;

    /** Decoders of closed sessions: their buffers are worth keeping, and nothing but a collection would free them. */
    private final Queue<WindowDecoder> idle = new ConcurrentLinkedQueue<>();

    WhisperModel(
            String id,
            WhisperFacts facts,
            Tokenizer tokenizer,
            OnnxGraph encoder,
            OnnxGraph decoder,
            SileroVad voiceActivity,
            long weightBytes) {
        this.id = id;
        this.facts = facts;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.decoder = decoder;
        this.voiceActivity = voiceActivity;
        this.weightBytes = weightBytes;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> languages() {
        return facts.languages();
    }

    @Override
    public long weightBytes() {
        return weightBytes;
    }

    @Override
    public SpeechSession open() {
        WindowDecoder reused = idle.poll();
        return new WhisperSession(this, reused == null ? new WindowDecoder(encoder, decoder, facts, rows()) : reused);
    }

    /** Takes back what a closed session decoded with. */
    void giveBack(WindowDecoder unused) {
        idle.add(unused);
    }

    WhisperFacts facts() {
        return facts;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    SileroVad voiceActivity() {
        return voiceActivity;
    }

    /** Windows that a session decodes side by side. */
    int rows() {
        return (int) Math.max(1, Math.min(MOST_ROWS, CROSS_ATTENTION_BYTES / CrossAttention.fullRowBytes(facts)));
    }

    /** Also asks for a collection: buffers outside the heap go with their last reference only. */
    @Override
    public void close() {
        idle.clear();
        encoder.close();
        decoder.close();
        voiceActivity.close();
        System.gc();
    }
}
