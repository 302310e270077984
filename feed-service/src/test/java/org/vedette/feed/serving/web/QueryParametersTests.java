package org.vedette.feed.serving.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.starter.problems.ProblemException;

class QueryParametersTests {

    private static final BlogCalendar NEW_YORK = new BlogCalendar(ZoneId.of("America/New_York"));

    @Test
    void theCanonicalQueryHasOneOrderAndOnlyParametersWithAValue() {
        var parameters = parameters("tag=b c&author=&limit=2");

        assertThat(parameters.canonical()).isEqualTo("?limit=2&tag=b+c");
        assertThat(parameters("author= ").canonical()).isEmpty();
    }

    @Test
    void anAbsentParameterHasNoTextNoTimeAndTheDefaultNumber() {
        var parameters = parameters("");

        assertThat(parameters.text("tag")).isNull();
        assertThat(parameters.time("from", NEW_YORK)).isNull();
        assertThat(parameters.number("limit", 20, 100)).isEqualTo(20);
    }

    @Test
    void aDayStartsInTheZoneOfTheBlogAndATimeIsTakenAsItIs() {
        var parameters = parameters("from=2026-11-28&to=2026-11-28T09:30:00Z");

        assertThat(parameters.time("from", NEW_YORK)).isEqualTo(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(parameters.time("to", NEW_YORK)).isEqualTo(Instant.parse("2026-11-28T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1234567890", "one"})
    void aNumberHasAtMostNineDigitsAndNothingElse(String limit) {
        var parameters = parameters("limit=" + limit);

        assertThatThrownBy(() -> parameters.number("limit", 1, 100)).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void aNumberOfNineDigitsIsParsed() {
        var parameters = parameters("limit=123456789");

        assertThat(parameters.number("limit", 1, 100)).isEqualTo(123_456_789);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "yesterday", "10000-01-01T00:00:00Z", "0000-01-01"})
    void anInvalidTimeIsRejected(String from) {
        var parameters = parameters("from=" + from);

        assertThatThrownBy(() -> parameters.time("from", NEW_YORK)).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void anUnknownParameterIsRejectedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> parameters("tags=a"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The parameter tags is not known; known are: author, from, limit, tag, to.");
    }

    @Test
    void aRepeatedParameterIsRejected() {
        assertThatThrownBy(() -> parameters("tag=a&tag=b")).isInstanceOf(RequestRejectedException.class);
    }

    private static QueryParameters parameters(String query) {
        var request = MockServerHttpRequest.get("/api/feed/posts?" + query).build();
        return QueryParameters.of(request, List.of("author", "from", "limit", "tag", "to"));
    }
}
