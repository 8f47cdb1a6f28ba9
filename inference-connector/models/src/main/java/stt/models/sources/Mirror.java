package stt.models.sources;

/** The kinds of package mirrors that models can come from. */
public enum Mirror {
    /** Python packages, fetched with {@code pip download}. */
    PIP,
    /** Java artifacts, fetched with Maven. */
    MAVEN
}
