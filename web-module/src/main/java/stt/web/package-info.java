/**
 * The platform over HTTP: everything that only the protocol knows about.
 *
 * <p>Rules: this module calls the EJBs; nothing calls it. Entities never leave as JSON: records named {@code *Json} do. Every
 * error leaves in one shape, made in one place ({@code stt.web.errors}).
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: JAX-RS is at the root, since the contract's paths have no prefix in common. Files are below {@code
 *       /assets/}, pages below {@code /pages/}.
 * </ul>
 */
@NullMarked
package stt.web;

import org.jspecify.annotations.NullMarked;
