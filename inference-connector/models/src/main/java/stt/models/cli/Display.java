package stt.models.cli;

import stt.models.sources.Progress;

/** Shows progress to a person or a log. */
interface Display extends Progress {

    /** Ends the line that is being drawn, if any, so that something else can be printed. */
    void endLine();
}
