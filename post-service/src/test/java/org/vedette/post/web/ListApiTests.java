package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Lists, filters and search. */
class ListApiTests extends PostApi {

    @Autowired
    ListApiTests(WebTestClient client) {
        super(client);
    }

    @Test
    void aListIsPagedByItsCursor() {
        for (var number = 0; number < 3; number++) {
            assertThat(draft(COMPLETE.replace("A loader", "Paged " + number))).isNotEmpty();
        }

        var first = send(HttpMethod.GET, "/api/posts?q=paged&limit=2", null);
        var second = send(HttpMethod.GET, "/api/posts?q=paged&limit=2&cursor=" + first.text("/next"), null);

        assertThat(first.text("/posts/0/title")).isEqualTo("Paged 2");
        assertThat(first.text("/total")).isEqualTo("3");
        assertThat(second.json().get("posts")).hasSize(1);
        assertThat(second.text("/posts/0/title")).isEqualTo("Paged 0");
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void aDeletedDraftIsInNoList() {
        var post = draft(COMPLETE.replace("A loader", "Transient"));
        assertThat(send(HttpMethod.GET, "/api/posts?q=TRANSIENT", null).text("/total"))
                .isEqualTo("1");

        assertThat(send(HttpMethod.DELETE, post, null).status()).isEqualTo(204);

        assertThat(send(HttpMethod.GET, "/api/posts?q=transient", null).json().get("posts"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"status, deleted", "schedule, sometimes", "tlp, WHITE", "tag, ?", "cursor, MTIz", "cursor, %%"})
    void aFilterThatCannotBeIsRefused(String parameter, String value) {
        var answer = Answer.of(editor.get()
                .uri(address -> address.path("/api/posts")
                        .queryParam(parameter, "{value}")
                        .build(value))
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/errors/0/field")).isEqualTo(parameter);
    }
}
