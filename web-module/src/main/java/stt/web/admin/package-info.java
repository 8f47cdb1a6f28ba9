/**
 * Administration over HTTP: {@code /api/v1/admin/}, for accounts with the role of an administrator.
 *
 * <p>Rules: everybody else with a key gets 403, before anything is looked up.
 */
@NullMarked
package stt.web.admin;

import org.jspecify.annotations.NullMarked;
