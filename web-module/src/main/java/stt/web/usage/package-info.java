/**
 * What an account had done, over HTTP.
 */
@NullMarked
package stt.web.usage;

import org.jspecify.annotations.NullMarked;
