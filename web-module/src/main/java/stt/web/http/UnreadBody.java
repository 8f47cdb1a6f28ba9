package stt.web.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * The rest of a body that is refused before it was read. A client that still writes would never read the answer: closing
 * the connection on it resets what it has not read yet. So the answer is sent, and some of the rest is read and dropped.
 */
public final class UnreadBody {

    /** How much of the rest is read, at most. */
    static final long MOST = 8L << 20;

    /** How long the rest is read, at most. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    /** A rest this small is cheaper to read than a new connection. */
    private static final int NEGLIGIBLE = 64 << 10;

    private static final String ATTRIBUTE = UnreadBody.class.getName();

    private UnreadBody() {}

    /** Whether the connection must be closed after an answer that is given now; {@link #discard} then reads the rest. */
    public static boolean mustGo(HttpServletRequest request) {
        boolean goes = mayBeLong(request) && !isFinished(request);
        if (goes) {
            request.setAttribute(ATTRIBUTE, true);
        }
        return goes;
    }

    /** After the answer: sends it, and drops what still comes, within limits. */
    static void discard(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(ATTRIBUTE) == null || request.isAsyncStarted()) {
            return;
        }
        response.flushBuffer();
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] buffer = new byte[NEGLIGIBLE];
        long dropped = 0;
        try {
            ServletInputStream body = request.getInputStream();
            for (long left = end - System.nanoTime(); dropped < MOST && left > 0; left = end - System.nanoTime()) {
                ClientConnection.limitReads(request, Duration.ofNanos(left));
                int count = body.read(buffer);
                if (count < 0) {
                    return;
                }
                dropped += count;
            }
        } catch (IOException clientIsGoneOrSilent) {
            // The answer is sent: nobody is left to tell.
            request.setAttribute(ATTRIBUTE, null);
        }
    }

    private static boolean mayBeLong(HttpServletRequest request) {
        return request.getContentLengthLong() > NEGLIGIBLE || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isFinished(HttpServletRequest request) {
        try {
            return request.getInputStream().isFinished();
        } catch (IOException | IllegalStateException e) {
            return true;
        }
    }
}
