package stt.engine.text;

import java.nio.charset.StandardCharsets;

/**
 * Puts bytes together to whole characters (RFC 3629). Bytes that cannot be part of a character are dropped. Not
 * thread-safe.
 */
final class Utf8Assembler {

    private final StringBuilder text = new StringBuilder();
    private final byte[] character = new byte[4];
    private int have;
    private int need;

    /** Takes the next byte. */
    void accept(byte next) {
        int value = next & 0xff;
        if (have > 0 && !continues(value)) {
            have = 0;
        }
        if (have == 0) {
            need = lengthFrom(value);
            if (need == 0) {
                return;
            }
        }
        character[have++] = next;
        if (have == need) {
            text.append(new String(character, 0, need, StandardCharsets.UTF_8));
            have = 0;
        }
    }

    /** Whether no character is begun and unfinished. */
    boolean whole() {
        return have == 0;
    }

    /** The characters since the last call; an unfinished one stays. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    /** Whether {@code value} can follow; the second byte also rules out overlong forms, surrogates and too large code points. */
    private boolean continues(int value) {
        if (have > 1) {
            return value >= 0x80 && value <= 0xbf;
        }
        return switch (character[0] & 0xff) {
            case 0xe0 -> value >= 0xa0 && value <= 0xbf;
            case 0xed -> value >= 0x80 && value <= 0x9f;
            case 0xf0 -> value >= 0x90 && value <= 0xbf;
            case 0xf4 -> value >= 0x80 && value <= 0x8f;
            default -> value >= 0x80 && value <= 0xbf;
        };
    }

    private static int lengthFrom(int value) {
        if (value < 0x80) {
            return 1;
        }
        if (value >= 0xc2 && value <= 0xdf) {
            return 2;
        }
        if (value >= 0xe0 && value <= 0xef) {
            return 3;
        }
        return value >= 0xf0 && value <= 0xf4 ? 4 : 0;
    }
}
