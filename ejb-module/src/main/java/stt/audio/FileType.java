package stt.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out what a file is from its bytes, whatever it is called. */
public final class FileType {

    /** Enough to see several frames of MPEG audio at the highest bit rate, after some garbage. */
    private static final int HEAD_BYTES = 64 * 1024;

    private FileType() {}

    /**
     * The kind of recording that {@code file} is.
     *
     * @throws UnsupportedAudio when it is empty or something else
     */
    public static Container of(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                throw new UnsupportedAudio(UnsupportedAudio.Reason.EMPTY, "The file is empty.");
            }
            Head start = head(channel, 0);
            OptionalLong tag = start.id3();
            return tag.isPresent() ? tagged(head(channel, tag.getAsLong())) : plain(start);
        } catch (IOException failure) {
            throw new UncheckedIOException("the file's type could not be read", failure);
        }
    }

    private static Container plain(Head head) {
        Optional<Container> certain = Signature.of(head);
        if (certain.isEmpty() && ForeignFile.recognized(head)) {
            throw unsupported(head);
        }
        return certain.or(() -> Signature.byFrames(head)).orElseThrow(() -> unsupported(head));
    }

    /** An ID3 tag may stand before MP3, AAC or FLAC. Where the frames are not in sight, they are those of an MP3. */
    private static Container tagged(Head head) {
        return Signature.of(head).or(() -> Signature.byFrames(head)).orElse(Container.MP3);
    }

    private static UnsupportedAudio unsupported(Head head) {
        return new UnsupportedAudio(UnsupportedAudio.Reason.UNSUPPORTED_TYPE, ForeignFile.sentence(head));
    }

    private static Head head(SeekableByteChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // One read of a channel may bring less than there is.
        }
        byte[] read = new byte[bytes.flip().remaining()];
        bytes.get(read);
        return new Head(read);
    }
}
