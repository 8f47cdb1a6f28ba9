package stt.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.function.LongConsumer;
import stt.models.sources.SourceFailed;

/** Brings one file, going on where an earlier attempt has ended, be it in this process or in another. */
final class FileDownload {
    private static final int BUFFER_BYTES = 1 << 16;

    private final HubConnection hub;
    private final HubFile file;
    private final PartialFile partial;
    private final LongConsumer arrived;

    /** @param arrived is told how many bytes of the file are here, again and again; it may be fewer than before */
    FileDownload(HubConnection hub, HubFile file, PartialFile partial, LongConsumer arrived) {
        this.hub = hub;
        this.file = file;
        this.partial = partial;
        this.arrived = arrived;
    }

    /** Leaves the whole file, unverified, in the partial one. */
    void run(Retries retries) throws IOException {
        if (partial.size() > file.size()) {
            partial.forget();
        }
        retries.until(() -> {
            while (partial.size() < file.size()) {
                fetch(retries);
            }
            return file;
        });
        if (file.size() == 0 && partial.size() == 0) {
            partial.begin(null).close();
        }
    }

    private void fetch(Retries retries) throws TryAgain, IOException {
        HttpURLConnection answer = hub.get(hub.file(file.name()), partial.continuation());
        try {
            switch (answer.getResponseCode()) {
                case HttpURLConnection.HTTP_OK -> copy(answer, partial.begin(answer.getHeaderField("ETag")), retries);
                case HttpURLConnection.HTTP_PARTIAL -> goOn(answer, retries);
                default -> {
                    partial.forget(); // the range is not one of this content
                    throw new TryAgain("the models' hub refuses to continue " + file.name() + ".", Duration.ZERO);
                }
            }
        } finally {
            answer.disconnect();
        }
    }

    private void goOn(HttpURLConnection answer, Retries retries) throws TryAgain, IOException {
        String range = String.valueOf(answer.getHeaderField("Content-Range"));
        if (!range.startsWith("bytes " + partial.size() + "-") || !range.endsWith("/" + file.size())) {
            partial.forget();
            throw new TryAgain(
                    "the models' hub sends another part of " + file.name() + " than was asked for.", Duration.ZERO);
        }
        copy(answer, partial.append(), retries);
    }

    private void copy(HttpURLConnection answer, OutputStream to, Retries retries) throws TryAgain, IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = partial.size();
        try (OutputStream out = to;
                InputStream in = body(answer)) {
            for (int n = read(answer, in, buffer); n >= 0 && size <= file.size(); n = read(answer, in, buffer)) {
                out.write(buffer, 0, n);
                size += n;
                retries.progressed();
                arrived.accept(Math.min(size, file.size()));
                checkInterrupt();
            }
        }
        if (size > file.size()) {
            partial.forget();
            throw new SourceFailed(
                    file.name() + " is not the file that was expected: it has more than " + file.size() + " bytes.");
        }
        if (size < file.size()) {
            throw new TryAgain(
                    "the models' hub ends its answer after %d of %d bytes of %s."
                            .formatted(size, file.size(), file.name()),
                    Duration.ZERO);
        }
    }

    private static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new SourceFailed("fetching was interrupted.");
        }
    }

    private InputStream body(HttpURLConnection answer) throws TryAgain {
        try {
            return answer.getInputStream();
        } catch (IOException e) {
            throw hub.unreachable(answer.getURL().getHost(), e);
        }
    }

    /** A connection that breaks is worth another attempt, a disk that breaks is not. */
    private int read(HttpURLConnection answer, InputStream in, byte[] buffer) throws TryAgain {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw hub.unreachable(answer.getURL().getHost(), e);
        }
    }
}
