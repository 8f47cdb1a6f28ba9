package stt.audio;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** The application's one {@link AudioDecoder}, from the keys {@code stt.audio.*}; made when the application starts. */
@Dependent
public class AudioDecoderProducer {

    @Produces
    @Singleton
    AudioDecoder decoder(Config config) {
        return new AudioDecoder(
                Path.of(config.getValue("stt.audio.ffmpeg-dir", String.class)), AudioLimits.from(config));
    }

    /** A machine on which FFmpeg cannot run must not wait for the first recording to say so. */
    void makeAtStart(@Observes Startup event, AudioDecoder decoder) {
        decoder.confinement();
    }
}
