package stt.models.whisper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that a ggml file has each tensor of its model once, whole, in the shape and type that whisper.cpp makes room for. */
final class GgmlTensors {

    private static final int HIGHEST_RANK = 3;
    private static final int LONGEST_NAME = 128;

    private final Path path;
    private final GgmlReader in;
    private final GgmlType matrices;
    private final Map<String, GgmlTensor> missing = new HashMap<>();

    GgmlTensors(Path path, FileChannel channel, GgmlHeader header) throws IOException {
        this.path = path;
        this.in = new GgmlReader(path, channel, header.end());
        this.matrices = header.matrices();
        new GgmlLayout(header.dimensions()).tensors().forEach(tensor -> missing.put(tensor.name(), tensor));
    }

    /** @throws UnreadableModel when something is wrong */
    void check() throws IOException {
        while (!in.atEnd()) {
            next();
        }
        if (!missing.isEmpty()) {
            throw damaged("it has no tensor "
                    + missing.keySet().stream().sorted().findFirst().orElseThrow());
        }
    }

    private void next() throws IOException {
        long begin = in.position();
        int[] head = in.integers(3);
        if (head[0] < 1 || head[0] > HIGHEST_RANK || head[1] < 1 || head[1] > LONGEST_NAME) {
            throw damaged("there is no tensor at byte " + begin);
        }
        List<Integer> shape = new ArrayList<>();
        for (int dimension : in.integers(head[0])) {
            shape.add(0, dimension);
        }
        String name = in.text(head[1]);
        GgmlTensor expected = missing.remove(name);
        if (expected == null) {
            throw damaged("tensor " + name + " occurs twice, or belongs to another kind of model");
        }
        GgmlType type = expected.type(matrices);
        if (!shape.equals(expected.shape()) || head[2] != type.code() || !type.fits(expected.columns())) {
            throw damaged("tensor %s should be %s of type %s, but is %s of type %d"
                    .formatted(name, expected.shape(), type, shape, head[2]));
        }
        in.skip(type.size(expected.elements()));
    }

    private UnreadableModel damaged(String what) {
        return new UnreadableModel("%s is damaged: %s".formatted(path, what));
    }
}
