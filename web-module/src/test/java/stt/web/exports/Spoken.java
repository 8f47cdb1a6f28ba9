package stt.web.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import stt.inference.api.Segment;
import stt.transcripts.ShownSegment;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptDetail;
import stt.transcripts.TranscriptSummary;
import stt.web.library.TranscriptStream;

/** Transcripts to export. */
final class Spoken {

    private Spoken() {}

    /** A transcript of these texts, 5 s each, said by these speakers in turn. */
    static Export transcript(String title, String language, List<String> speakers, List<String> texts) {
        List<ShownSegment> segments = IntStream.range(0, texts.size())
                .mapToObj(i -> segment(i, texts.get(i), speakers.isEmpty() ? "" : speakers.get(i % speakers.size())))
                .toList();
        return transcript(title, language, speakers, segments, Duration.ofSeconds(5L * texts.size()));
    }

    static Export transcript(
            String title, String language, List<String> speakers, Iterable<ShownSegment> segments, Duration length) {
        TranscriptSummary summary = new TranscriptSummary(
                new UUID(0, 1),
                title,
                Optional.empty(),
                Status.COMPLETED,
                "base",
                Optional.of(language),
                Optional.of(length),
                OptionalInt.empty(),
                Instant.parse("2026-11-25T09:30:15.250Z"),
                Optional.of(Instant.parse("2026-11-25T09:31:00Z")),
                Optional.empty(),
                Optional.empty());
        TranscriptDetail detail = new TranscriptDetail(summary, speakers, Map.of(), List.of(), List.of(), List.of());
        Iterable<String> texts = () -> {
            var all = segments.iterator();
            return new java.util.Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public String next() {
                    return all.next().segment().text();
                }
            };
        };
        return new Export(new TranscriptStream(detail, OptionalInt.empty(), texts, segments), new FontFolders());
    }

    static ShownSegment segment(int order, String text, String speaker) {
        return new ShownSegment(
                order,
                new Segment(
                        Duration.ofSeconds(5L * order),
                        Duration.ofMillis(5_000L * order + 4_500),
                        text,
                        0.9,
                        List.of()),
                Optional.of(speaker).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    static byte[] bytes(ExportFormat format, Export export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(export, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(ExportFormat format, Export export) {
        return new String(bytes(format, export), StandardCharsets.UTF_8);
    }
}
