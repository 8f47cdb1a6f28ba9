package stt.connector;

/** Is told who uses a model: what is used must stay in memory. Thread-safe. */
interface Usage {

    /** For sessions that live shorter than their model, whatever happens. */
    Usage UNCOUNTED = new Usage() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
    };

    /** One more user; the model must be kept in memory by somebody else at this moment. */
    void begin();

    /** One user less. */
    void end();
}
