package stt.web.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SubRip as its strictest readers do: anything unusual is an error. */
final class StrictSubRip {

    private static final Pattern TIMES =
            Pattern.compile("(\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3})");

    private StrictSubRip() {}

    static List<Cue> parse(String text) {
        List<Cue> cues = new ArrayList<>();
        if (text.isEmpty()) {
            return cues;
        }
        if (!text.endsWith("\n\n") || text.contains("\r")) {
            throw new IllegalArgumentException("every cue ends with a blank line");
        }
        for (String block : text.substring(0, text.length() - 2).split("\n\n", -1)) {
            String[] lines = block.split("\n", -1);
            if (lines.length < 3 || !lines[0].equals(String.valueOf(cues.size() + 1))) {
                throw new IllegalArgumentException("cue " + (cues.size() + 1) + " is malformed: " + block);
            }
            Matcher times = TIMES.matcher(lines[1]);
            if (!times.matches()) {
                throw new IllegalArgumentException("malformed times: " + lines[1]);
            }
            List<String> said = List.of(lines).subList(2, lines.length);
            if (said.stream().anyMatch(line -> line.isBlank() || line.contains("-->"))) {
                throw new IllegalArgumentException("malformed text: " + said);
            }
            cues.add(new Cue(time(times, 1), time(times, 5), said));
        }
        return cues;
    }

    private static Duration time(Matcher times, int group) {
        return Duration.ofHours(Long.parseLong(times.group(group)))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }
}
