/**
 * Messages to receivers that accounts name, signed as Standard Webhooks 1.0 says.
 *
 * <p>Rules: a message is queued in the transaction of what it tells of, and delivered at least once: receivers know a repeated
 * one by its {@code webhook-id}. Nothing is sent to an address that {@link stt.webhooks.AddressRules} forbids, whatever name it
 * goes by. No part of an answer but its status is looked at, and none is told to anybody.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: addresses are judged where they are resolved, once for each try, and the connection is made to just these:
 *       a name that changes between check and connection gains nothing. Redirects are not followed. No proxy is used: it would
 *       resolve the name again.
 *   <li>2026-11-25: Apache HttpClient, not the JDK's: that one cannot be told which address to connect to without losing the
 *       check of the certificate's name.
 *   <li>2026-11-25: as the specification recommends, any status from 200 to 299 is success and 410 ends the tries; anything else
 *       is tried again with a pause that doubles, for a day. Then the message is dropped, and the log says so.
 *   <li>2026-11-25: the secret is looked up at each try, so that a message that waits is signed with what the account has then.
 *   <li>2026-11-25: an account without a secret cannot ask for webhooks: a message that nobody can check invites forgeries.
 * </ul>
 */
@NullMarked
package stt.webhooks;

import org.jspecify.annotations.NullMarked;
