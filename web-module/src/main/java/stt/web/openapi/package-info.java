/**
 * The OpenAPI document at {@code /openapi}: made from the annotations on resources and on the records that they answer with,
 * so that it says what is served.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: Payara writes every attribute of a schema, with zeros where nothing was said ({@code maxProperties: 0}
 *       forbids every object). A filter takes them out again, and adds what no annotation can say.
 *   <li>2026-11-23: Payara copies components into the answers that refer to them, and loses parts of them on the way; {@link
 *       stt.web.openapi.SchemaReferences} puts the references back.
 *   <li>2026-11-25: no component of a record with {@code @Schema} may have "set" in its name: Payara takes its accessor for a
 *       setter, and then there is no document at all.
 *   <li>2026-11-25: refusals that follow from what an operation is (a key, an id, a body) are added by {@link
 *       stt.web.openapi.Refusals}; resources say only what is their own.
 *   <li>2026-11-23: the filter is named in payara-config's file: in an EAR, Payara reads no configuration file of the web
 *       module.
 * </ul>
 */
@NullMarked
package stt.web.openapi;

import org.jspecify.annotations.NullMarked;
