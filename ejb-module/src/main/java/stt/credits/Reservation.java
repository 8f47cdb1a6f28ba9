package stt.credits;

import java.util.UUID;

/**
 * What was set aside for work that is about to start.
 *
 * @param id of its row
 * @param work with the amount that is held
 * @param standing of the caller, with this reservation counted
 */
public record Reservation(UUID id, Work work, Standing standing) {}
