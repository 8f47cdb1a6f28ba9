package stt.web.library;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What is read page by page, one page in memory. Every iteration reads anew. */
public final class PagedReading<T> implements Iterable<T> {

    private static final int SIZE = 200;

    private final Source<T> source;

    /** Reads from {@code source}. */
    public PagedReading(Source<T> source) {
        this.source = source;
    }

    /** Where pages come from. */
    public interface Source<T> {

        /** The elements from number {@code from} on, at most {@code most}; fewer only at the end. */
        List<T> page(int from, int most);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {

            private List<T> page = source.page(0, SIZE);
            private int before;
            private int next;

            @Override
            public boolean hasNext() {
                if (next == page.size() && page.size() == SIZE) {
                    before += SIZE;
                    next = 0;
                    page = source.page(before, SIZE);
                }
                return next < page.size();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.get(next++);
            }
        };
    }
}
