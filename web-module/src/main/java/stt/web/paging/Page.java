package stt.web.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stt.web.errors.InvalidRequest;

/**
 * The page of a list that a client asks for with {@code ?page=&page_size=}.
 *
 * @param number from 1
 * @param size of each page
 */
public record Page(int number, int size) {

    /** Results of a page for clients that do not say. */
    public static final int USUAL = 20;

    /** Results of a page, at most. */
    public static final int MOST = 100;

    private static final int LAST = Integer.MAX_VALUE / MOST;

    /**
     * The page that {@code request} asks for.
     *
     * @throws InvalidRequest when it cannot be
     */
    public static Page of(HttpServletRequest request) {
        return new Page(
                number(request.getParameter("page"), "page", 1, LAST),
                number(request.getParameter("page_size"), "page_size", USUAL, MOST));
    }

    /** How many results come before it. */
    public int skipped() {
        return (number - 1) * size;
    }

    /** The address of the next page, of {@code count} results in all; {@code here} is that of this one, with its query. */
    public Optional<String> next(String here, long count) {
        return (long) number * size < count ? Optional.of(address(here, number + 1)) : Optional.empty();
    }

    /** The address of the page before. */
    public Optional<String> previous(String here) {
        return number > 1 ? Optional.of(address(here, number - 1)) : Optional.empty();
    }

    private static String address(String here, int number) {
        String[] parts = here.split("\\?", 2);
        String others = Stream.of(parts.length == 1 ? "" : parts[1])
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("page="))
                .map(parameter -> parameter + "&")
                .collect(Collectors.joining());
        return parts[0] + "?" + others + "page=" + number;
    }

    private static int number(@Nullable String text, String name, int usual, int most) {
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, most);
        }
        throw invalid(name, most);
    }

    private static InvalidRequest invalid(String name, int most) {
        return new InvalidRequest("invalid_" + name, name + " must be a number from 1 to " + most + ".");
    }
}
