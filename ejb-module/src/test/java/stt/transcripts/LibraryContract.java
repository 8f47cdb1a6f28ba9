package stt.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stt.accounts.PersistedAccounts;
import stt.database.TestDatabase;
import stt.inference.api.Diarization;
import stt.inference.api.Segment;
import stt.inference.api.Transcript;
import stt.inference.api.Turn;
import stt.search.SearchQuery;
import stt.transcripts.StoredTranscript.Status;
import stt.transcripts.TranscriptDetail.SpokenTurn;

/** What the library must do on every database; one subclass for each. The tests have an account each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LibraryContract {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private TestDatabase database;
    private PersistedAccounts accounts;
    private PersistedTranscripts transcripts;

    abstract DataSource empty();

    @BeforeAll
    void migrate() {
        database = new TestDatabase(empty());
        accounts = new PersistedAccounts(database);
        transcripts = new PersistedTranscripts(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aListIsNewestFirstAndCountsAllPages() {
        UUID account = account();
        List<UUID> made = IntStream.range(0, 5)
                .mapToObj(i -> transcripts.keep(account, "t" + i, spoken("x"), NOW.plusSeconds(i)))
                .toList();

        TranscriptPage page = list(account, TranscriptFilter.ALL, 1, 2);

        assertThat(page.count()).isEqualTo(5);
        assertThat(page.transcripts()).extracting(TranscriptSummary::id).containsExactly(made.get(3), made.get(2));
        assertThat(list(account, TranscriptFilter.ALL, 10, 2)).isEqualTo(new TranscriptPage(5, List.of()));
    }

    @Test
    void eachFilterLeavesOutWhatItMust() {
        UUID account = account();
        UUID old = transcripts.keep(account, "old", spoken("x"), NOW.minusSeconds(10));
        UUID waiting = database.inTransaction(entities -> new Transcripts(entities)
                .enqueue(account, "waiting", "base", Optional.of("de"), Optional.empty(), NOW));

        assertThat(ids(account, filter(Status.COMPLETED, null, null, null))).containsExactly(old);
        assertThat(ids(account, filter(null, "de", null, null))).containsExactly(waiting);
        assertThat(ids(account, filter(null, null, NOW, null))).containsExactly(waiting);
        assertThat(ids(account, filter(null, null, null, NOW))).containsExactly(old);
        assertThat(ids(account, filter(Status.FAILED, null, null, null))).isEmpty();
    }

    @Test
    void wordsAreFoundWhereverTheyStandInOnesOwnTranscripts() {
        UUID account = account();
        UUID found = transcripts.keep(
                account, "Budget", spoken("Die Gr\u00f6\u00dfe z\u00e4hlt.", "\u6771\u4eac\u90fd"), NOW);
        transcripts.keep(account, "Other", spoken("Nichts davon."), NOW);
        transcripts.keep(account(), "Budget", spoken("Die Gr\u00f6\u00dfe z\u00e4hlt."), NOW);

        assertThat(search(account, "BUDGET")).containsExactly(found);
        assertThat(search(account, "gr\u00f6\u00dfe budget")).containsExactly(found);
        assertThat(search(account, "zahl*")).containsExactly(found);
        assertThat(search(account, "\u4eac\u90fd")).containsExactly(found);
        assertThat(search(account, "budget nichts")).isEmpty();
        assertThat(search(account, "%")).isEmpty();
    }

    @Test
    void searchesCountAllAndGiveOnePage() {
        UUID account = account();
        UUID older = transcripts.keep(account, "One", spoken("The budget."), NOW.minusSeconds(1));
        transcripts.keep(account, "Two", spoken("The budget."), NOW);
        transcripts.keep(account, "Three", spoken("Nothing."), NOW);

        TranscriptPage second = list(account, containing(SearchQuery.of("budget")), 1, 1);
        assertThat(second.count()).isEqualTo(2);
        assertThat(second.transcripts()).extracting(TranscriptSummary::id).containsExactly(older);
        assertThat(list(account, containing(SearchQuery.of("budget")), 2, 1))
                .isEqualTo(new TranscriptPage(2, List.of()));
    }

    @Test
    void whatRecognitionSaidOfSpeakersComesBack() {
        UUID account = account();
        Transcript spoken = new Transcript(
                "base",
                "en",
                Duration.ofSeconds(4),
                List.of(segment(0, "Hello.", 1, false), segment(2, "Hi.", 2, true)),
                Optional.of(new Diarization(
                        List.of(
                                new Turn(Duration.ZERO, Duration.ofSeconds(2), 1),
                                new Turn(Duration.ofSeconds(1), Duration.ofSeconds(4), 2)),
                        List.of(2, 0, 1))),
                List.of("Something is missing."));
        UUID id = transcripts.keep(account, "two", spoken, NOW);

        TranscriptDetail detail = detail(account, id);
        assertThat(detail.speakers()).containsExactly("Speaker 1", "Speaker 2");
        assertThat(detail.turns())
                .containsExactly(
                        new SpokenTurn(Duration.ZERO, Duration.ofSeconds(2), "Speaker 1"),
                        new SpokenTurn(Duration.ofSeconds(1), Duration.ofSeconds(4), "Speaker 2"));
        assertThat(detail.channels()).containsExactly("Speaker 2", "", "Speaker 1");
        assertThat(detail.warnings()).containsExactly("Something is missing.");
        assertThat(segments(account, id)).extracting(ShownSegment::segment).isEqualTo(spoken.segments());
        assertThat(segments(account, id))
                .extracting(segment -> segment.speaker().orElseThrow())
                .containsExactly("Speaker 1", "Speaker 2");
    }

    @Test
    void anEditStandsBesideWhatWasRecognized() {
        UUID account = account();
        UUID id = transcripts.keep(account, "a.mp3", spoken("Helo.", "Bye."), NOW);

        edit(account, id, 0, new SegmentEdit(Optional.of(Optional.of("Hello.")), Optional.of(Optional.of("Anna"))));

        ShownSegment edited = segments(account, id).get(0);
        assertThat(edited.segment().text()).isEqualTo("Hello.");
        assertThat(edited.originalText()).contains("Helo.");
        assertThat(edited.speaker()).contains("Anna");
        assertThat(texts(account, id)).containsExactly("Hello.", "Bye.");
        assertThat(search(account, "hello")).containsExactly(id);
        assertThat(search(account, "helo")).isEmpty();

        edit(account, id, 0, new SegmentEdit(Optional.of(Optional.empty()), Optional.of(Optional.empty())));

        ShownSegment back = segments(account, id).get(0);
        assertThat(back.segment().text()).isEqualTo("Helo.");
        assertThat(back.originalText()).isEmpty();
        assertThat(back.speaker()).isEmpty();
        assertThat(search(account, "helo")).containsExactly(id);
    }

    @Test
    void aSpeakerIsRenamedEverywhere() {
        UUID account = account();
        Transcript spoken = new Transcript(
                "base",
                "en",
                Duration.ofSeconds(4),
                List.of(segment(0, "Hello.", 1, false), segment(2, "Hi.", 2, false)),
                Optional.of(new Diarization(List.of(new Turn(Duration.ZERO, Duration.ofSeconds(2), 1)), List.of())),
                List.of());
        UUID id = transcripts.keep(account, "two", spoken, NOW);

        edit(account, id, new TranscriptEdit(Optional.of("Talk"), Map.of("Speaker 1", "Anna")));

        TranscriptDetail detail = detail(account, id);
        assertThat(detail.summary().title()).isEqualTo("Talk");
        assertThat(detail.summary().originalTitle()).contains("two");
        assertThat(detail.speakers()).containsExactly("Anna", "Speaker 2");
        assertThat(detail.turns().get(0).speaker()).isEqualTo("Anna");
        assertThat(segments(account, id).get(0).originalSpeaker()).contains("Speaker 1");
        assertThat(search(account, "talk")).containsExactly(id);
        assertThatThrownBy(() -> edit(account, id, new TranscriptEdit(Optional.empty(), Map.of("Nobody", "X"))))
                .isInstanceOf(NoSuchSpeaker.class);
    }

    @Test
    void somebodyElsesIsAsIfItDidNotExist() {
        UUID id = transcripts.keep(account(), "secret", spoken("x"), NOW);
        UUID other = account();

        assertThatThrownBy(() -> detail(other, id)).isInstanceOf(NoSuchTranscript.class);
        assertThatThrownBy(() -> segments(other, id)).isInstanceOf(NoSuchTranscript.class);
        assertThatThrownBy(() -> texts(other, id)).isInstanceOf(NoSuchTranscript.class);
        assertThatThrownBy(() -> edit(other, id, new TranscriptEdit(Optional.of("mine"), Map.of())))
                .isInstanceOf(NoSuchTranscript.class);
        assertThat(transcripts.title(id)).isEqualTo("secret");
    }

    @Test
    void onlyTranscriptsWithARecordingHaveOne() {
        UUID with = transcripts.keep(account(), "a", spoken("x"), NOW);
        UUID without = transcripts.keep(account(), "b", spoken("x"), NOW);
        UUID gone = UUID.randomUUID();
        database.inTransaction(entities -> {
            new Transcripts(entities).keepAudio(with, 5);
            return true;
        });

        List<UUID> orphans = database.inTransaction(
                entities -> new Library(entities).withoutRecording(List.of(with, without, gone)));

        assertThat(orphans).containsExactly(without, gone);
    }

    private UUID account() {
        return accounts.add(UUID.randomUUID() + "@example.org", NOW);
    }

    private TranscriptPage list(UUID account, TranscriptFilter filter, int skip, int most) {
        return database.inTransaction(entities -> new Library(entities).list(account, filter, skip, most));
    }

    private List<UUID> ids(UUID account, TranscriptFilter filter) {
        return list(account, filter, 0, 100).transcripts().stream()
                .map(TranscriptSummary::id)
                .toList();
    }

    private List<UUID> search(UUID account, String words) {
        SearchQuery query = SearchQuery.of(words);
        return query.terms().isEmpty() ? List.of() : ids(account, containing(query));
    }

    private static TranscriptFilter containing(SearchQuery query) {
        return new TranscriptFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(query));
    }

    private TranscriptDetail detail(UUID account, UUID id) {
        return database.inTransaction(entities -> new Library(entities).detail(account, id));
    }

    private List<ShownSegment> segments(UUID account, UUID id) {
        return database.inTransaction(entities -> new Library(entities).segments(account, id, 0, 100));
    }

    private List<String> texts(UUID account, UUID id) {
        return database.inTransaction(entities -> new Library(entities).texts(account, id, 0, 100));
    }

    private void edit(UUID account, UUID id, TranscriptEdit edit) {
        database.inTransaction(entities -> {
            new EditTranscripts(entities).edit(account, id, edit, NOW);
            return true;
        });
    }

    private void edit(UUID account, UUID id, int order, SegmentEdit edit) {
        database.inTransaction(entities -> new EditTranscripts(entities).edit(account, id, order, edit, NOW));
    }

    private static TranscriptFilter filter(
            @Nullable Status status, @Nullable String language, @Nullable Instant from, @Nullable Instant before) {
        return new TranscriptFilter(
                Optional.ofNullable(status),
                Optional.ofNullable(language),
                Optional.ofNullable(from),
                Optional.ofNullable(before),
                Optional.empty());
    }

    private static Transcript spoken(String... texts) {
        return new Transcript(
                "base",
                "en",
                Duration.ofSeconds(texts.length),
                IntStream.range(0, texts.length)
                        .mapToObj(i -> segment(i, texts[i], 0, false))
                        .toList());
    }

    private static Segment segment(long start, String text, int speaker, boolean overlapped) {
        return new Segment(
                Duration.ofSeconds(start), Duration.ofSeconds(start + 1), text, 0.5, List.of(), speaker, overlapped);
    }
}
