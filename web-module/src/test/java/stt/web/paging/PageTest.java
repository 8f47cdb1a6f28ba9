package stt.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    private static final String HERE = "https://stt.example.org/api/v1/keys/";

    @Test
    void theFirstPageHasANextOneWhenThereIsMore() {
        Page first = new Page(1, 20);

        assertThat(first.skipped()).isZero();
        assertThat(first.next(HERE, 21)).contains(HERE + "?page=2");
        assertThat(first.next(HERE, 20)).isEmpty();
        assertThat(first.previous(HERE)).isEmpty();
    }

    @Test
    void otherParametersStayAsTheClientWroteThem() {
        Page third = new Page(3, 10);

        assertThat(third.skipped()).isEqualTo(20);
        assertThat(third.next(HERE + "?email=a%40b{c&page=3&page_size=10", 31))
                .contains(HERE + "?email=a%40b{c&page_size=10&page=4");
        assertThat(third.previous(HERE + "?page=3")).contains(HERE + "?page=2");
    }
}
