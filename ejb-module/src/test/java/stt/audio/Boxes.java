package stt.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Rewrites QuickTime boxes. */
final class Boxes {

    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "dinf");

    private Boxes() {}

    /** {@code film}, whose index comes last, with every data reference replaced by an alias to {@code other}. */
    static byte[] referTo(byte[] film, Path other) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(film);
        while (in.hasRemaining()) {
            int size = in.getInt(in.position());
            String type = new String(film, in.position() + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] body = new byte[size - 8];
            in.position(in.position() + 8).get(body);
            byte[] replaced = PARENTS.contains(type) ? referTo(body, other) : type.equals("dref") ? dref(other) : body;
            out.write(ByteBuffer.allocate(4).putInt(replaced.length + 8).array());
            out.write(type.getBytes(StandardCharsets.ISO_8859_1));
            out.write(replaced);
        }
        return out.toByteArray();
    }

    /** One alias record (Inside Macintosh: Files, "Alias Manager"), with the absolute path (type 2). */
    private static byte[] dref(Path other) {
        byte[] path = other.toString().getBytes(StandardCharsets.UTF_8);
        byte[] name = other.getFileName().toString().getBytes(StandardCharsets.UTF_8);
        int record = 150 + 4 + even(path.length) + 4;
        ByteBuffer box = ByteBuffer.allocate(8 + 12 + record);
        box.putInt(0).putInt(1);
        box.putInt(12 + record)
                .put("alis".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0);
        int start = box.position();
        box.putShort(start + 4, (short) record).putShort(start + 6, (short) 2);
        box.put(start + 10, (byte) 1).put(start + 11, (byte) 'v');
        box.put(start + 50, (byte) name.length).put(start + 51, name);
        box.position(start + 150).putShort((short) 2).putShort((short) path.length);
        box.put(path).position(start + 154 + even(path.length)).putShort((short) -1);
        return box.array();
    }

    private static int even(int length) {
        return length + (length & 1);
    }
}
