package stt.connector;

import jakarta.resource.spi.ConnectionRequestInfo;

/**
 * What a session is asked for. The pool hands out a session only to a request that equals the one it was opened for.
 *
 * @param model id of the model
 * @param options of its sessions
 */
public record SessionRequest(String model, SessionOptions options) implements ConnectionRequestInfo {}
