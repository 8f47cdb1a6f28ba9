/**
 * Transcriptions that nobody waits for on a connection: queued, done in turn by any node, told of by webhooks.
 *
 * <p>Rules: a job is queued in the transaction that takes its hold, and ends in the one that stores its transcript and charges for
 * it; its row in {@code job} is there exactly as long as it waits or runs. Who ends a transcript locks its row first and the
 * job's second. A job is done by the same use case as a request whose client waits ({@link stt.transcripts.TranscribeUpload}),
 * which never looks at the queue. Recordings lie in {@code stt.jobs.dir}, which all nodes share.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: paid accounts' jobs go before free ones'. Within a band, accounts take turns by start-time fair queueing (Goyal,
 *       Vin, Cheng 1996): a job's turn comes after the account's own jobs before it, counted in minutes of audio, and no later for
 *       what other accounts have queued. A thousand jobs of one account hold up another's first by one job a worker.
 *   <li>2026-11-25: a job takes a slot of its account while it runs, as a request does; where none is free it waits a moment and
 *       others go first.
 *   <li>2026-11-25: each node leaves one of its sessions to requests whose clients wait ({@code stt.jobs.workers}). What finds
 *       no session goes back to the queue, which counts as no try.
 *   <li>2026-11-25: every try is counted when it begins, and uncounted when it is put back for no fault of its own: so a recording
 *       that ends the whole process is counted too, and fails with a reason after {@code stt.jobs.tries}.
 *   <li>2026-11-25: what can never succeed (no recording, no credits, no such language) fails at once; all else is tried again
 *       after a pause that doubles.
 *   <li>2026-11-25: who holds a job that was taken for dead while it still worked may finish it: the first of two to delete the
 *       job's row has done it, the other rolls back. Its failure is not believed.
 *   <li>2026-11-25: what a dead node had reserved goes on holding for the next try; when the lease has expired before, the next try
 *       reserves anew, and fails if the account has not enough left.
 *   <li>2026-11-25: a job keeps every option that decides what comes out, the seed too, and no name of a preset: a try on
 *       another node, or by a later version with other defaults, decodes alike.
 *   <li>2026-11-25: removing a transcript leaves its entry in the scheduler, which finds no job when its turn comes: so nobody
 *       races with the node that takes it. Nodes ask every {@code stt.jobs.report-every} whether what they work on is still wanted.
 *   <li>2026-11-25: no timer waits for more than half a minute. The container's executor of timers is its own, not the
 *       archive's, and keeps a cancelled one, with the whole deployment behind it, until it would have been due. One of our own
 *       ({@code @ManagedScheduledExecutorDefinition}) would be worse: Payara 6 never shuts those down.
 * </ul>
 */
@NullMarked
package stt.jobs;

import org.jspecify.annotations.NullMarked;
