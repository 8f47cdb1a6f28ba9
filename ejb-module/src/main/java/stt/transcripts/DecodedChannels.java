package stt.transcripts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stt.audio.AudioDecoder;
import stt.audio.DecodedAudio;
import stt.inference.api.CancelToken;

/**
 * The recording of an upload while it is decoded: all of it as one, or its channels apart, with a decoder process for each.
 *
 * @param channels at least one
 */
record DecodedChannels(List<DecodedAudio> channels) implements AutoCloseable {

    /** Channels beyond this one are left out: conferences record a handful, and each costs a transcription. */
    private static final int MOST_CHANNELS = 8;

    /** Throws as {@link AudioDecoder#open}; the caller closes the result. */
    static DecodedChannels open(AudioDecoder decoder, Upload upload, CancelToken cancel) {
        DecodedAudio mixed = decoder.open(upload.file(), cancel);
        int count = Math.min(MOST_CHANNELS, mixed.facts().channels());
        if (!upload.request().splitChannels() || count == 1) {
            return new DecodedChannels(List.of(mixed));
        }
        mixed.close();
        List<DecodedAudio> channels = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                channels.add(decoder.openChannel(upload.file(), i, cancel));
            }
            return new DecodedChannels(channels);
        } catch (RuntimeException e) {
            channels.forEach(DecodedAudio::close);
            throw e;
        }
    }

    /** As the file states or suggests it. */
    Optional<Duration> length() {
        return channels.get(0).facts().length();
    }

    @Override
    public void close() {
        channels.forEach(DecodedAudio::close);
    }
}
