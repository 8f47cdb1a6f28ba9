package stt.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out what a file is from its bytes, whatever it is called. */
final class FileType {

    /** Enough to see several frames of MPEG audio at the highest bit rate, after some garbage. */
    private static final int HEAD_BYTES = 64 * 1024;

    private FileType() {}

    /**
     * The kind of recording that {@code file} is.
     *
     * @throws UnsupportedAudio when it is empty or something else
     */
    static Container of(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                throw new UnsupportedAudio(UnsupportedAudio.Reason.EMPTY, "The file is empty.");
            }
            Head start = head(channel, 0);
            Optional<Container> found = start.id3().isPresent()
                    ? Optional.of(tagged(channel, start.id3().getAsLong()))
                    : Signature.of(start);
            return found.orElseThrow(
                    () -> new UnsupportedAudio(UnsupportedAudio.Reason.NOT_A_RECORDING, ForeignFile.sentence(start)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the file's type could not be read", failure);
        }
    }

    /** An ID3 tag may stand before MP3, AAC or FLAC; what it is worth nothing to look into, MP3's demuxer gets. */
    private static Container tagged(SeekableByteChannel channel, long end) throws IOException {
        return Signature.of(head(channel, end)).orElse(Container.MP3);
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
