package stt.models;

/** Answers for whoever installs a model whose licence restricts its use. */
@FunctionalInterface
public interface LicenceConsent {

    /** Nobody was asked. */
    LicenceConsent NONE = entry -> false;

    /** Whether the licence of a model is accepted. */
    boolean accepts(CatalogEntry entry);
}
