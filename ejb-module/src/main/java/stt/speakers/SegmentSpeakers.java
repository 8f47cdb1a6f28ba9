package stt.speakers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stt.inference.api.Segment;
import stt.inference.api.Turn;
import stt.inference.api.Word;

/**
 * Says who spoke recognized segments: words get the speaker whose turns they fall into, smoothed so that a sentence does
 * not change its speaker for one word, and segments are divided where the speaker changes.
 */
public final class SegmentSpeakers {

    private SegmentSpeakers() {}

    /** Part of a segment in which others speak as well, from which it counts as overlapped. */
    private static final double OVERLAPPED = 0.2;

    /**
     * @param segments in order; those without words are given a speaker as a whole
     * @param turns of the same audio
     * @return in order; the same words, in as many segments or more; with speaker 0 when there are no turns at all
     */
    public static List<Segment> assign(List<Segment> segments, List<Turn> turns) {
        TurnOverlaps overlaps = new TurnOverlaps(turns);
        int[] speakers = SpeakerPath.likeliest(units(segments), overlaps);
        List<Segment> spoken = new ArrayList<>();
        int next = 0;
        for (Segment segment : segments) {
            int count = Math.max(1, segment.words().size());
            int from = next;
            for (int i = 1; i <= count; i++) {
                if (i == count || speakers[next + i] != speakers[from]) {
                    Segment part = part(segment, from - next, i);
                    spoken.add(spoken(part, speakers[from], overlaps));
                    from = next + i;
                }
            }
            next += count;
        }
        return spoken;
    }

    static Segment spoken(Segment part, int speaker, TurnOverlaps overlaps) {
        boolean overlapped = overlaps.withOthers(part.start(), part.end(), speaker) >= OVERLAPPED;
        return new Segment(part.start(), part.end(), part.text(), part.confidence(), part.words(), speaker, overlapped);
    }

    private static List<SpokenUnit> units(List<Segment> segments) {
        List<SpokenUnit> units = new ArrayList<>();
        for (Segment segment : segments) {
            boolean begins = true;
            for (Word word : segment.words()) {
                units.add(new SpokenUnit(word.start(), word.end(), begins));
                begins = SpokenUnit.endsSentence(word.text());
            }
            if (segment.words().isEmpty()) {
                units.add(new SpokenUnit(segment.start(), segment.end(), true));
            }
        }
        return units;
    }

    /** The words from {@code from} to before {@code to} as a segment of their own. */
    private static Segment part(Segment segment, int from, int to) {
        List<Word> words = segment.words();
        if (words.isEmpty() || (from == 0 && to == words.size())) {
            return segment;
        }
        Duration start = from == 0 ? segment.start() : words.get(from).start();
        Duration end = to == words.size() ? segment.end() : words.get(to - 1).end();
        String text = segment.text().substring(offset(segment, from), offset(segment, to));
        return new Segment(start, end, text.strip(), segment.confidence(), words.subList(from, to));
    }

    /** Where a word begins in the text of its segment: languages differ in what they put between words. */
    private static int offset(Segment segment, int word) {
        if (word == segment.words().size()) {
            return segment.text().length();
        }
        int at = 0;
        for (int i = 0; i <= word; i++) {
            String text = segment.words().get(i).text();
            int found = segment.text().indexOf(text, at);
            if (found < 0) {
                continue;
            }
            at = i == word ? found : found + text.length();
        }
        return at;
    }
}
