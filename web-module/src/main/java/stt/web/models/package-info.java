/** What can be asked for: models and languages. */
@NullMarked
package stt.web.models;

import org.jspecify.annotations.NullMarked;
