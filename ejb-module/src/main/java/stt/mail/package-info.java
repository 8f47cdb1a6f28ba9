/**
 * Mail that the platform sends, through the operator's SMTP server.
 *
 * <p>Rules: without {@code stt.mail.host} nothing is sent, and whoever would send asks first. Mails are plain text; text that
 * people typed never becomes a header.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-23: mails are sent in another thread, after the request has been answered, and tried a few times: how long an
 *       answer takes must not tell whether a mail was sent. What is still unsent when the server ends is lost; everything
 *       that is mailed can be asked for again.
 * </ul>
 */
@NullMarked
package stt.mail;

import org.jspecify.annotations.NullMarked;
