package stt.web.jobs;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stt.jobs.JobStatus;
import stt.transcripts.NoSuchTranscript;
import stt.web.http.ClientConnection;
import stt.web.json.Json;

/** One client that follows a transcript, until that has ended or the client goes away. Thread-safe. */
final class EventStream {

    private static final System.Logger LOG = System.getLogger(EventStream.class.getName());

    /** Less than proxies allow a connection to be silent: nginx a minute, others half of it. */
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();

    private final UUID transcript;
    private final SseEventSink sink;
    private final Sse sse;
    private final Supplier<JobStatus> status;

    private String told = "";
    private long toldAt;
    private boolean ended;
    private @Nullable Future<?> rounds;
    private ClientConnection.@Nullable Watch watching;

    EventStream(UUID transcript, SseEventSink sink, Sse sse, Supplier<JobStatus> status) {
        this.transcript = transcript;
        this.sink = sink;
        this.sse = sse;
        this.status = status;
    }

    /** Tells {@code first}, then looks again and again. */
    synchronized void begin(
            JobStatus first,
            ScheduledExecutorService timers,
            Duration every,
            Function<Runnable, ClientConnection.Watch> watch) {
        tell(ProgressJson.of(transcript, first), first.status().isFinal());
        if (!ended) {
            watching = watch.apply(this::end);
            rounds = timers.scheduleWithFixedDelay(
                    this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void look() {
        if (ended) {
            end(); // the client went away while this began
            return;
        }
        try {
            JobStatus now = status.get();
            tell(ProgressJson.of(transcript, now), now.status().isFinal());
        } catch (NoSuchTranscript removed) {
            tell(ProgressJson.removed(transcript), true);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A transcript's progress cannot be told", e);
            end();
        }
    }

    private void tell(ProgressJson progress, boolean last) {
        String data = Json.FORMAT.toJson(progress);
        if (!data.equals(told)) {
            told = data;
            send(sse.newEventBuilder()
                    .name(progress.status())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(String.class, data));
        } else if (System.nanoTime() - toldAt > SILENCE) {
            send(sse.newEventBuilder().comment("still here"));
        }
        if (last) {
            end();
        }
    }

    private void send(OutboundSseEvent.Builder event) {
        toldAt = System.nanoTime();
        if (sink.isClosed()) {
            end();
            return;
        }
        sink.send(event.build()).exceptionally(clientIsGone -> {
            end();
            return null;
        });
    }

    private synchronized void end() {
        ended = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
        if (watching != null) {
            watching.close();
            watching = null;
        }
        sink.close();
    }
}
