package stt.connector;

import stt.engine.EngineModel;

/**
 * A model that stays in memory until this is closed, which is done once.
 *
 * @param model in memory
 * @param usage for those who use it longer than this lasts
 */
record Lease(EngineModel model, Usage usage) implements AutoCloseable {

    @Override
    public void close() {
        usage.end();
    }
}
