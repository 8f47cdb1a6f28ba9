/**
 * An account's private instances over HTTP. Administrators register them: {@code stt.web.admin}.
 */
@NullMarked
package stt.web.cloud;

import org.jspecify.annotations.NullMarked;
