package stt.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stt.inference.api.CancelToken;

/** Opens recordings of any accepted kind. Thread-safe. Injected where it is needed; there is one per application. */
public final class AudioDecoder {

    private final FfmpegFolder ffmpeg;
    private final AudioLimits limits;
    private final Sandbox sandbox;

    /**
     * Unpacks FFmpeg below {@code folder} unless it is there, and finds out how it can be confined on this machine.
     *
     * @throws java.io.UncheckedIOException when it cannot be unpacked
     * @throws IllegalStateException when it cannot be started
     */
    public AudioDecoder(Path folder, AudioLimits limits) {
        this(FfmpegFolder.in(folder), limits);
    }

    private AudioDecoder(FfmpegFolder ffmpeg, AudioLimits limits) {
        this(ffmpeg, limits, Sandbox.strongest(ffmpeg, limits));
    }

    AudioDecoder(FfmpegFolder ffmpeg, AudioLimits limits, Sandbox sandbox) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.sandbox = sandbox;
    }

    /**
     * Starts to decode {@code file}; returns once its first samples are there. The file is opened here: it may be deleted
     * afterwards. The caller closes the result.
     *
     * @throws UnsupportedAudio when the file is no recording, or none that can be used; no process is left behind
     * @throws stt.inference.api.InferenceCancelled when {@code cancel} is cancelled meanwhile
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public DecodedAudio open(Path file, CancelToken cancel) {
        Container container = FileType.of(file);
        return open(file, container, FfmpegCommand.speech(container), cancel);
    }

    /** Opens one channel of {@code file}, from 0 on; as {@link #open}. The sound track must have it. */
    public DecodedAudio openChannel(Path file, int channel, CancelToken cancel) {
        Container container = FileType.of(file);
        return open(file, container, FfmpegCommand.channel(container, channel), cancel);
    }

    private DecodedAudio open(Path file, Container container, List<String> arguments, CancelToken cancel) {
        FfmpegProcess process = FfmpegProcess.start(sandbox.command(ffmpeg, limits, arguments), file, limits.stall());
        CancelToken.Registration cancelling = cancel.onCancel(process::kill);
        boolean open = false;
        try {
            DecodedAudio audio = begin(process, container, cancel, cancelling);
            open = true;
            return audio;
        } finally {
            if (!open) {
                cancelling.close();
                process.close();
            }
        }
    }

    private DecodedAudio begin(
            FfmpegProcess process, Container container, CancelToken cancel, CancelToken.Registration cancelling) {
        DecodeLog log = new DecodeLog();
        Optional<AudioFacts> facts = process.facts(log, container);
        cancel.check();
        if (facts.isEmpty()) {
            process.requireGoodEnd();
            throw nothingDecoded(log);
        }
        requireAcceptedLength(log, facts.get());
        DecodedAudio audio = new DecodedAudio(process, facts.get(), limits.maxDuration(), cancel, cancelling);
        if (!audio.hasSound()) {
            throw nothingDecoded(log);
        }
        return audio;
    }

    /** How decoder processes are confined here, for operators: one of the candidates, the strongest that works. */
    public String confinement() {
        return sandbox.description();
    }

    private static UnsupportedAudio nothingDecoded(DecodeLog log) {
        return log.opened() && !log.sound()
                ? new UnsupportedAudio(UnsupportedAudio.Reason.NO_SOUND, "The file has no sound track.")
                : new UnsupportedAudio(
                        UnsupportedAudio.Reason.DAMAGED,
                        "The file is damaged or cut off: no sound in it can be decoded.");
    }

    /** An estimate may be far off; what is really too long is then found while decoding. */
    private void requireAcceptedLength(DecodeLog log, AudioFacts facts) {
        boolean tooLong = facts.length()
                .map(length -> length.compareTo(limits.maxDuration()) > 0)
                .orElse(false);
        if (tooLong && !log.estimated()) {
            throw DecodedAudio.tooLong(limits.maxDuration());
        }
    }
}
