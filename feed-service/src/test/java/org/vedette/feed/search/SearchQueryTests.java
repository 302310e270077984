package org.vedette.feed.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vedette.feed.search.SearchQueries.between;
import static org.vedette.feed.search.SearchQueries.page;
import static org.vedette.feed.search.SearchQueries.tagged;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vedette.feed.serving.RequestRejectedException;

class SearchQueryTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void aLongTextIsRefused() {
        assertThat(SearchQuery.of("x".repeat(200)).text()).hasSize(200);

        assertThat(problem(() -> SearchQuery.of("x".repeat(201)))).isEqualTo("query-too-long");
    }

    @Test
    void manyWordsAreRefusedInsideAPhraseToo() {
        assertThat(SearchQuery.of("a ".repeat(16)).clauses()).hasSize(16);

        assertThat(problem(() -> SearchQuery.of("a ".repeat(17)))).isEqualTo("too-many-terms");
        assertThat(problem(() -> SearchQuery.of('"' + "a ".repeat(17) + '"'))).isEqualTo("too-many-terms");
    }

    @Test
    void absurdPagesAndSizesAreRefused() {
        var query = page(SearchQuery.of("loader"), 100, 50);

        assertThat(problem(() -> page(query, 0, 10))).isEqualTo("no-such-page");
        assertThat(problem(() -> page(query, 101, 10))).isEqualTo("no-such-page");
        assertThat(problem(() -> page(query, 1, 0))).isEqualTo("no-such-size");
        assertThat(problem(() -> page(query, 1, 51))).isEqualTo("no-such-size");
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        var query = between(SearchQuery.of("loader"), NOON, NOON);

        assertThat(problem(() -> between(query, NOON, NOON.minusMillis(1)))).isEqualTo("time-reversed");
    }

    @Test
    void nothingAtAllIsRefusedAndAnyFilterIsSomething() {
        var query = tagged(SearchQuery.of("loader"), "phishing");

        var filterOnly = new SearchQuery(" ", null, query.tag(), null, null, null, 1, 10, SearchQuery.Order.NEWEST);

        assertThat(filterOnly.tag()).isEqualTo("phishing");
        assertThat(problem(() -> SearchQuery.of(" "))).isEqualTo("nothing-to-search");
        assertThat(problem(() -> tagged(filterOnly, " "))).isEqualTo("nothing-to-search");
    }

    @Test
    void aRefusalSaysWhatToDo() {
        var refusal = catchThrowableOfType(RequestRejectedException.class, () -> SearchQuery.of("x".repeat(201)));

        assertThat(refusal.detail()).isEqualTo("Search for at most 200 characters.");
    }

    private static String problem(ThrowingCallable nonsense) {
        return catchThrowableOfType(RequestRejectedException.class, nonsense).problem();
    }
}
