package stt.models;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import stt.models.sources.ModelFile;
import stt.models.sources.Source;

/**
 * What is known of a model without having it.
 *
 * @param id as requests, folders and commands name it
 * @param task what it is for
 * @param name for people
 * @param languages codes it understands, in Whisper's token order; empty where language does not matter
 * @param speed among models of its task
 * @param engine that runs it: {@link #WHISPER}, {@link #WHISPER_CPP}, {@code silero}, {@code voices} or another; models of the
 *     first are imported, those of the second too unless they come as ggml files, of all others the files are used as they were
 *     published
 * @param memoryBytes that it needs when loaded, with one session
 * @param starter whether it belongs to the set that makes a fresh machine work
 * @param licence of the weights
 * @param facts numbers that its files do not tell: of {@code whisper.json} those that tell it from other models; of a model
 *     of voices {@code mel_bins} (0: it takes samples), {@code dimensions}, {@code sample_scale} and {@code
 *     same_speaker_percent}
 * @param files as published; empty when their content is not known in advance, and then one file {@link #ANY_FILE} unless it
 *     is imported
 * @param sources of these files, the preferred one first; empty when they can only come from a folder
 */
public record CatalogEntry(
        String id,
        Task task,
        String name,
        List<String> languages,
        Speed speed,
        String engine,
        long memoryBytes,
        boolean starter,
        Licence licence,
        Map<String, Integer> facts,
        List<ModelFile> files,
        List<Source> sources) {

    /** Our own engine for Whisper models, whose models are imported. */
    public static final String WHISPER = "whisper";

    /** whisper.cpp, which runs Whisper models in ggml files. */
    public static final String WHISPER_CPP = "whisper.cpp";

    /** The name under which a folder holds a model of one file that the catalog knows no content of. */
    static final String ANY_FILE = "model.onnx";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public CatalogEntry {
        if (!isId(id)) {
            throw new IllegalArgumentException("not the id of a model: \"" + id + "\"");
        }
        languages = List.copyOf(languages);
        facts = Map.copyOf(facts);
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    /** A transcription model that somebody imports under a name of their own. */
    static CatalogEntry uncatalogued(String id, String engine, List<String> languages, long memoryBytes) {
        return new CatalogEntry(
                id,
                Task.TRANSCRIPTION,
                id,
                languages,
                Speed.STANDARD,
                engine,
                memoryBytes,
                false,
                new Licence("unknown", "", "unknown"),
                Map.of(),
                List.of(),
                List.of());
    }

    /** Whether {@code text} can name a model, and so a folder of the store. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether it may come in any form that can be imported, rather than in the files of the catalog alone. */
    boolean isImported() {
        return engine.equals(WHISPER) || takesGgml();
    }

    /** Whether it runs in whisper.cpp, and so may come as a ggml file. */
    boolean takesGgml() {
        return engine.equals(WHISPER_CPP);
    }

    /** What its ggml file is called where it is published. */
    String ggmlName() {
        return id + ".bin";
    }

    /**
     * One of {@link #facts}.
     *
     * @throws IllegalArgumentException when the catalog lacks it
     */
    public int fact(String name) {
        Integer number = facts.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the catalog does not tell the " + name + " of " + id);
        }
        return number;
    }

    /** Bytes of the published files, 0 when not known in advance. */
    public long publishedBytes() {
        return files.stream().mapToLong(ModelFile::size).sum();
    }
}
