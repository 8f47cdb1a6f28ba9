package stt.audio;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The first bytes of a file; reading beyond them gives -1. */
final class Head {

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All of them; not to be modified. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    /** The byte at {@code index} as 0 to 255, or -1. */
    int at(int index) {
        return index >= 0 && index < bytes.length ? bytes[index] & 0xff : -1;
    }

    /** Whether these characters, one byte each, stand at {@code index}. */
    boolean has(int index, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at(index + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Where an ID3v2 tag at the start ends (ID3v2.4 structure, section 3.1: header of 10 bytes, size in four times 7 bits). */
    OptionalLong id3() {
        if (!has(0, "ID3") || size() < 10) {
            return OptionalLong.empty();
        }
        int length = 0;
        for (int i = 6; i < 10; i++) {
            if (at(i) > 0x7f) {
                return OptionalLong.empty();
            }
            length = (length << 7) | at(i);
        }
        boolean footer = (at(5) & 0x10) != 0;
        return OptionalLong.of(10L + length + (footer ? 10 : 0));
    }
}
