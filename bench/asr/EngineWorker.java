import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stt.engine.EngineOptions;
import stt.engine.SpeechModel;
import stt.engine.whisper.WhisperEngine;
import stt.engine.whispercpp.WhisperCppEngine;
import stt.inference.api.AudioSource;
import stt.inference.api.Beam;
import stt.inference.api.CancelToken;
import stt.inference.api.RunControl;
import stt.inference.api.Strategy;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Vad;

/**
 * Transcribes the 16 kHz mono PCM16 files named on stdin with our engine, word times included, two threads. Arguments: the
 * models' folder, the model's id; then in any order {@code words} to print the words' times too, a preset ({@code fast},
 * {@code balanced}, {@code accurate}), {@code sequential} for the reference's loop without voice activity, {@code beam=5}.
 */
class EngineWorker {
    public static void main(String[] args) throws Exception {
        Path models = Path.of(args[0]);
        var more = List.of(args).subList(2, args.length);
        var options = options(more).withLanguage(Optional.of("en"));
        Path silero = models.resolve("silero-vad").resolve("silero_vad.onnx");
        Path folder = models.resolve(args[1]);
        EngineOptions cores = EngineOptions.cpu(2);
        SpeechModel model = Files.exists(folder.resolve("ggml.bin"))
                ? WhisperCppEngine.load(args[1], folder, silero, cores)
                : WhisperEngine.load(args[1], folder, silero, cores);
        try (model; var session = model.open()) {
            System.out.println("{\"ready\": true}");
            var lines = new BufferedReader(new InputStreamReader(System.in));
            for (String line; (line = lines.readLine()) != null; ) {
                try (AudioSource audio = wav(Path.of(line))) {
                    var control = RunControl.of(new CancelToken(), Duration.ofHours(1));
                    System.out.println(json(session.transcribe(audio, options, control), more.contains("words")));
                }
            }
        }
    }

    private static TranscriptionOptions options(List<String> wanted) {
        var options = TranscriptionOptions.DEFAULT;
        for (var word : wanted) {
            if (word.equals("fast")) {
                options = TranscriptionOptions.fast();
            } else if (word.equals("accurate")) {
                options = TranscriptionOptions.accurate();
            } else if (word.equals("sequential")) {
                options = options.withStrategy(Strategy.SEQUENTIAL).withVad(Vad.OFF);
            } else if (word.startsWith("beam=")) {
                var beam = Beam.of(Integer.parseInt(word.substring(5)));
                options = options.withDecoding(options.decoding().with(beam));
            } else if (!word.equals("words") && !word.equals("balanced")) {
                throw new IllegalArgumentException("unknown: " + word);
            }
        }
        return options;
    }

    private static String json(Transcript transcript, boolean words) {
        var out = new StringBuilder("{\"text\": \"").append(escaped(transcript.text())).append('"');
        if (words) {
            out.append(", \"words\": [");
            transcript.segments().stream()
                    .flatMap(segment -> segment.words().stream())
                    .forEach(word -> out.append("[\"%s\", %d, %d],"
                            .formatted(escaped(word.text()), word.start().toMillis(), word.end().toMillis())));
            out.append("[]]");
        }
        return out.append('}').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Read as the server reads audio: in pieces, never the whole file. */
    private static AudioSource wav(Path file) throws Exception {
        var in = Files.newByteChannel(file);
        var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        in.read(head);
        var chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        while (in.read(chunk.clear()) == 8 && chunk.getInt(0) != 0x61746164) { // "data"
            in.position(in.position() + chunk.getInt(4));
        }
        var bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        return new AudioSource() {
            @Override
            public int read(float[] buffer, int offset, int length) {
                try {
                    bytes.clear().limit(Math.min(bytes.capacity(), 2 * length));
                    int count = in.read(bytes) / 2;
                    for (int i = 0; i < count; i++) {
                        buffer[offset + i] = bytes.getShort(2 * i) / 32768f;
                    }
                    return count == 0 ? -1 : count;
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                try {
                    in.close();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
