package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The API of authors; the names are new in every test, because posts and authors stay. */
class AuthorApiTests extends PostApi {

    private final String unique = UUID.randomUUID().toString();

    @Autowired
    AuthorApiTests(WebTestClient anyone) {
        super(anyone);
    }

    @Test
    void thoseWhoPublishedAreListedWithTheirSlugs() {
        publishAs("Zoë");
        publishAs("Zoe");

        var answer = send(HttpMethod.GET, "/api/authors", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("{\"slug\":\"zoe-%1$s\",\"names\":[\"Zoë %1$s\"],\"formerSlugs\":[],\"republishing\":false}"
                        .formatted(unique))
                .contains("{\"slug\":\"zoe-%1$s-2\",\"names\":[\"Zoe %1$s\"],".formatted(unique));
    }

    @Test
    void twoAuthorsAreMergedAndSeparated() {
        publishAs("Zoë");
        publishAs("Zoe");

        var merged = merge("zoe-%s-2", "{\"into\": \"zoe-%s\"}");
        var separated = send(HttpMethod.DELETE, "/api/authors/zoe-" + unique + "-2/merge", null);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body())
                .isEqualTo(("{\"slug\":\"zoe-%1$s\",\"names\":[\"Zoe %1$s\",\"Zoë %1$s\"],"
                                + "\"formerSlugs\":[\"zoe-%1$s-2\"],\"republishing\":true}")
                        .formatted(unique));
        assertThat(separated.status()).isEqualTo(200);
        assertThat(separated.text("/names/0")).isEqualTo("Zoe " + unique);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nobody-%s | {\"into\": \"zoe-%s\"}   | 404 | unknown-author",
                "-a        | {\"into\": \"zoe-%s\"}   | 404 | unknown-author",
                "zoe-%s    | {\"into\": \"zoe-%s\"}   | 422 | invalid-merge",
                "zoe-%s    | {\"into\": \"nobody-%s\"}| 422 | invalid-merge",
                "zoe-%s    | {\"into\": \"/\"}        | 422 | invalid-merge",
                "zoe-%s    | {}                       | 422 | invalid-merge",
                "zoe-%s    | {\"onto\": \"zoe\"}      | 400 | malformed-request",
            })
    void whatCannotBeMergedIsRefused(String slug, String body, int status, String problem) {
        publishAs("Zoë");

        var answer = merge(slug, body);

        assertProblem(answer, status, problem);
    }

    @Test
    void aRefusalQuotesTheBeginningOfWhatCannotBeASlug() {
        publishAs("Zoë");

        var missing = merge("zoe-%s", "{}");
        var endless = merge("zoe-%s", "{\"into\": \"" + "x".repeat(100_000) + "\"}");

        assertThat(missing.text("/detail")).endsWith("it is missing.");
        assertThat(endless.text("/detail")).endsWith("\"" + "x".repeat(100) + "…\" is none.");
    }

    @Test
    void anUnmergedAuthorIsNotSeparatedAndAnUnknownOneNotFound() {
        publishAs("Zoë");

        var unmerged = send(HttpMethod.DELETE, "/api/authors/zoe-" + unique + "/merge", null);
        var unknown = send(HttpMethod.DELETE, "/api/authors/nobody/merge", null);

        assertThat(unmerged.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(404);
    }

    private Answer merge(String slug, String body) {
        return send(
                HttpMethod.PUT, "/api/authors/" + slug.replace("%s", unique) + "/merge", body.replace("%s", unique));
    }

    private void publishAs(String name) {
        assertThat(published(COMPLETE.replace("Ada Example", name + " " + unique)))
                .isNotBlank();
    }
}
