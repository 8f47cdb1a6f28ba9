package stt.credits;

import java.time.Instant;

/**
 * What is left of a quota in its present period.
 *
 * @param kind of work that it is for
 * @param limit in minutes of audio, or thousands of characters
 * @param remaining of these, rounded down
 * @param resets when the next period begins
 */
public record Quota(Work.Kind kind, long limit, long remaining, Instant resets) {}
