package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stt.engine.EngineModel;
import stt.engine.EngineOptions;
import stt.engine.SpeakerModel;
import stt.engine.SpeakerSession;
import stt.engine.UnusableModel;
import stt.inference.api.AudioSource;
import stt.inference.api.CancelToken;
import stt.inference.api.DiarizationOptions;
import stt.inference.api.ModelNotInstalled;
import stt.inference.api.RunControl;
import stt.inference.api.Turn;
import stt.models.Catalog;
import stt.models.CatalogEntry;
import stt.models.InstallOptions;
import stt.models.Licence;
import stt.models.ModelStore;
import stt.models.Speed;
import stt.models.Task;
import stt.models.onnx.OnnxGraph;
import stt.models.onnx.Operation;
import stt.models.sources.Progress;

/** Other models of voices than the bundled one: generated here, installed from a folder, chosen by configuration. */
@Tag("models")
class VoiceSlotTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("stt.repository"));

    private static final Map<String, Integer> SPECTRUM =
            Map.of("mel_bins", 80, "dimensions", 32, "sample_scale", 32_768, "same_speaker_percent", 50);
    private static final Map<String, Integer> STRICT =
            Map.of("mel_bins", 80, "dimensions", 32, "sample_scale", 32_768, "same_speaker_percent", 99);
    private static final Map<String, Integer> LOUDNESS =
            Map.of("mel_bins", 0, "dimensions", 160, "sample_scale", 1, "same_speaker_percent", 50);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private ModelStore store = ModelStore.at(Path.of(""));

    @BeforeEach
    void aStoreWhoseCatalogKnowsThem() throws IOException {
        List<CatalogEntry> entries = new ArrayList<>(Catalog.builtIn().entries());
        entries.add(voices("spectrum", SPECTRUM));
        entries.add(voices("strict", STRICT));
        entries.add(voices("loudness", LOUDNESS));
        Path directory = Files.createDirectory(folder.resolve("models"));
        Files.createSymbolicLink(
                directory.resolve("silero-vad"), Path.of(System.getProperty("stt.models.dir"), "silero-vad"));
        store = ModelStore.at(directory, new Catalog(entries));
    }

    private static CatalogEntry voices(String id, Map<String, Integer> facts) {
        return new CatalogEntry(
                id,
                Task.SPEAKERS,
                id,
                List.of(),
                Speed.FAST,
                "voices",
                1_000_000,
                false,
                new Licence("MIT", "", "nobody"),
                facts,
                List.of(),
                List.of());
    }

    /** How much each of the lowest mel bins varies. */
    private static OnnxGraph spectrum() {
        OnnxGraph graph = new OnnxGraph("spectrum");
        graph.input("features", DataType.FLOAT, "N", "T", 80);
        String sizes = graph.add(Operation.onnx("Abs", "features"));
        String mean =
                graph.add(Operation.onnx("ReduceMean", sizes, graph.integers(1)).with("keepdims", 0));
        graph.addNamed(
                Operation.onnx("Slice", mean, graph.integers(0), graph.integers(32), graph.integers(1)),
                List.of("voice"));
        graph.output("voice", DataType.FLOAT, "N", 32);
        return graph;
    }

    /** How loud each 160th sample is. */
    private static OnnxGraph loudness() {
        OnnxGraph graph = new OnnxGraph("loudness");
        graph.input("samples", DataType.FLOAT, "N", "T");
        String rows = graph.add(Operation.onnx("Reshape", "samples", graph.integers(1, -1, 160)));
        String sizes = graph.add(Operation.onnx("Abs", rows));
        graph.addNamed(Operation.onnx("ReduceMean", sizes, graph.integers(1)).with("keepdims", 0), List.of("voice"));
        graph.output("voice", DataType.FLOAT, "N", 160);
        return graph;
    }

    private void install(String id, OnnxGraph graph) throws IOException {
        Path published = Files.createDirectory(folder.resolve(id));
        graph.write(published.resolve("model.onnx"));
        store.install(id, new InstallOptions(published, null, false, false), Progress.SILENT);
    }

    private EngineModel load(String voices) {
        return new StoredModelLoader(store, new NativeRuntime(), Optional.of(voices))
                .load(new SessionRequest(SessionRequest.DIARIZATION, EngineOptions.cpu(1)));
    }

    private List<Turn> turns(String voices, int speakers) throws IOException {
        try (SpeakerModel model = (SpeakerModel) load(voices);
                SpeakerSession session = model.open()) {
            return session.diarize(
                            AudioSource.of(conversation()),
                            new DiarizationOptions(speakers),
                            RunControl.of(new CancelToken(), Runs.LONG))
                    .turns(List.of());
        }
    }

    private static float[] conversation() throws IOException {
        byte[] file = Files.readAllBytes(REPOSITORY.resolve("bench/speech/conversation.wav"));
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            ShortBuffer samples = ByteBuffer.wrap(audio.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            float[] floats = new float[samples.remaining()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = samples.get(i) / 32_768f;
            }
            return floats;
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aModelOfFeaturesWithOtherDimensionsTellsSpeakersApart() throws IOException {
        install("spectrum", spectrum());

        assertThat(turns("spectrum", 2))
                .extracting(Turn::speaker)
                .contains(1, 2)
                .doesNotContain(3);
    }

    @Test
    void aModelOfSamplesTellsSpeakersApart() throws IOException {
        install("loudness", loudness());

        assertThat(turns("loudness", 2))
                .extracting(Turn::speaker)
                .contains(1, 2)
                .doesNotContain(3);
    }

    @Test
    void itsOwnThresholdDecidesHowManySpeakersThereAre() throws IOException {
        install("spectrum", spectrum());
        install("strict", spectrum());

        assertThat(speakers("spectrum"))
                .as(
                        "its vectors have no negative value, so that all are more alike than its threshold: those are two who speak at once")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(speakers("strict")).hasSizeGreaterThan(2);
    }

    private Set<Integer> speakers(String voices) throws IOException {
        return turns(voices, 0).stream().map(Turn::speaker).collect(Collectors.toSet());
    }

    @Test
    void refusesAModelThatIsNotAsTheCatalogSays() throws IOException {
        install("spectrum", loudness());

        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> load("spectrum"))
                .withMessageContaining("is not the model of voices that was expected")
                .withMessageContaining("[N, T, 80] to [N, 32]");
    }

    @Test
    void refusesAModelOfAnotherTask() {
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> load("silero-vad"))
                .withMessageContaining("silero-vad, which is no model of voices");
    }

    @Test
    void saysThatItIsNotInstalled() {
        assertThatExceptionOfType(ModelNotInstalled.class).isThrownBy(() -> load("wespeaker-resnet34"));
    }
}
