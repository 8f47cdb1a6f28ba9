import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stt.engine.EngineOptions;
import stt.engine.SpeakerModel;
import stt.engine.SpeakerSession;
import stt.engine.SpeechModel;
import stt.engine.SpeechSession;
import stt.engine.diarization.DiarizationEngine;
import stt.engine.diarization.SpeakerFiles;
import stt.engine.diarization.VoiceFacts;
import stt.engine.diarization.VoiceFile;
import stt.engine.whisper.WhisperEngine;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.RunControl;
import stt.inference.api.SpeakerTimeline;
import stt.inference.api.Transcript;
import stt.inference.api.TranscriptionOptions;
import stt.inference.api.Turn;
import stt.speakers.SpokenTranscript;

/**
 * Diarizes files of 32 bit float samples at 16 kHz with our engine. Arguments: the folder of the two models; the folder of
 * installed models; the one of them that recognizes words, or {@code -} for none; then pairs of such a file and the RTTM file to
 * write. Prints a line for each: name, seconds of audio, CPU seconds of the diarization alone, speakers, and the process's peak memory
 * in MB before words are recognized. With words, also writes {@code NAME-joined.rttm}, the turns with words joined, and {@code
 * NAME.words}, a line for each word: milliseconds of beginning and end, speaker, text.
 */
public final class DiarizationWorker {

    private DiarizationWorker() {}

    public static void main(String[] arguments) throws IOException {
        Path models = Path.of(arguments[0]);
        Path installed = Path.of(arguments[1]);
        SpeakerFiles files = new SpeakerFiles(
                "speakers",
                models.resolve("segmentation-3.0.onnx"),
                new VoiceFile(models.resolve("campplus-zh-en.onnx"), VoiceFacts.CAMPPLUS),
                silero(installed));
        Map<Path, SpeakerTimeline> timelines = new LinkedHashMap<>();
        try (SpeakerModel model = DiarizationEngine.load(files, EngineOptions.cpu(1));
                SpeakerSession session = model.open()) {
            for (int i = 3; i < arguments.length; i += 2) {
                Path rttm = Path.of(arguments[i + 1]);
                SpeakerTimeline timeline = run(session, Path.of(arguments[i]), rttm);
                write(rttm, timeline.turns(List.of()));
                timelines.put(Path.of(arguments[i]), timeline);
            }
        }
        if (!arguments[2].equals("-")) {
            join(timelines, installed, arguments);
        }
    }

    private static void join(Map<Path, SpeakerTimeline> timelines, Path installed, String[] arguments) throws IOException {
        String id = arguments[2];
        try (SpeechModel model =
                        WhisperEngine.load(id, installed.resolve(id), silero(installed), EngineOptions.cpu(1));
                SpeechSession session = model.open()) {
            for (int i = 3; i < arguments.length; i += 2) {
                Path samples = Path.of(arguments[i]);
                Path rttm = Path.of(arguments[i + 1]);
                Transcript spoken = new SpokenTranscript(recognized(session, samples), true)
                        .with(timelines.get(samples));
                write(
                        rttm.resolveSibling(name(rttm) + "-joined.rttm"),
                        name(rttm),
                        spoken.diarization().orElseThrow().turns());
                Files.write(rttm.resolveSibling(name(rttm) + ".words"), words(spoken));
            }
        }
    }

    private static List<String> words(Transcript spoken) {
        return spoken.segments().stream()
                .flatMap(segment -> segment.words().stream()
                        .map(word -> word.start().toMillis() + " " + word.end().toMillis() + " " + segment.speaker() + " "
                                + word.text()))
                .toList();
    }

    private static Path silero(Path installed) {
        return installed.resolve("silero-vad").resolve("silero_vad.onnx");
    }

    private static SpeakerTimeline run(SpeakerSession session, Path samples, Path rttm) throws IOException {
        long bytes = Files.size(samples);
        Duration cpu = cpu();
        SpeakerTimeline timeline;
        try (FloatFile audio = new FloatFile(samples)) {
            timeline = session.diarize(
                    audio, DiarizationOptions.DEFAULT, RunControl.of(new CancelToken(), Duration.ofDays(1)));
        }
        List<Turn> turns = timeline.turns(List.of());
        double cpuSeconds = cpu().minus(cpu).toNanos() / 1e9;
        System.out.printf(
                "%s %.2f %.3f %d %d%n",
                name(rttm),
                bytes / 4.0 / AudioSource.SAMPLE_RATE_HZ,
                cpuSeconds,
                turns.stream().mapToInt(Turn::speaker).distinct().count(),
                peakMegabytes());
        return timeline;
    }

    private static String name(Path rttm) {
        return rttm.getFileName().toString().replaceAll("\\.rttm$", "");
    }

    private static void write(Path rttm, List<Turn> turns) throws IOException {
        write(rttm, name(rttm), turns);
    }

    private static void write(Path rttm, String name, List<Turn> turns) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(rttm), false, StandardCharsets.UTF_8)) {
            turns.forEach(turn -> out.printf(
                    "SPEAKER %s 1 %.3f %.3f <NA> <NA> %d <NA> <NA>%n",
                    name,
                    turn.start().toNanos() / 1e9,
                    turn.end().minus(turn.start()).toNanos() / 1e9,
                    turn.speaker()));
        }
    }

    private static Transcript recognized(SpeechSession session, Path samples) throws IOException {
        try (FloatFile audio = new FloatFile(samples)) {
            return session.transcribe(
                    audio, TranscriptionOptions.DEFAULT, RunControl.of(new CancelToken(), Duration.ofDays(1)));
        }
    }

    private static Duration cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** A source over a file, read as it is asked for. */
    private static final class FloatFile implements AudioSource {

        private final java.nio.channels.SeekableByteChannel channel;
        private final ByteBuffer bytes = ByteBuffer.allocate(64_000).order(ByteOrder.LITTLE_ENDIAN);

        FloatFile(Path file) throws IOException {
            channel = Files.newByteChannel(file);
        }

        @Override
        public int read(float[] buffer, int offset, int length) {
            bytes.clear().limit(Math.min(bytes.capacity(), 4 * length));
            try {
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // until the buffer is full or the file ends
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            bytes.flip();
            int count = bytes.remaining() / 4;
            bytes.asFloatBuffer().get(buffer, offset, count);
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
