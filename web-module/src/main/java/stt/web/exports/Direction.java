package stt.web.exports;

/** Which way text runs. */
final class Direction {

    private Direction() {}

    /** Whether the first letter that has a direction runs from right to left (Unicode's bidirectional algorithm, rule P2). */
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                        .map(Character::getDirectionality)
                        .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                        .findFirst()
                        .orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
