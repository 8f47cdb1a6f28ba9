package stt.models.sources;

/** A place that publishes the files of a model. */
public sealed interface Source permits ArchiveSource, HubSource {}
