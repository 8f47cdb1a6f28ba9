package stt.models;

/**
 * What an installation came to.
 *
 * @param model as it is in the store now
 * @param changed false when it was there before and nothing had to be done
 */
public record InstallResult(InstalledModel model, boolean changed) {}
