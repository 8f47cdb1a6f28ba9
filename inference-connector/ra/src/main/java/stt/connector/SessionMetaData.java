package stt.connector;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What a session says of itself to tools. */
record SessionMetaData(String model) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "Speech recognition with " + model;
    }

    @Override
    public String getEISProductVersion() {
        return "1.0";
    }

    /** The adapter sets no limit, the container's pool does. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return "none";
    }
}
