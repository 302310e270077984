package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How somebody outside reads a post before it is published. */
class PreviewLinkTests extends StudioPagesApi {

    @Autowired
    PreviewLinkTests(WebTestClient client) {
        super(client);
    }

    @Test
    void whoeverHasTheLinkReadsThePostAsItIsAndNothingKeepsIt() {
        var post = draft(COMPLETE);
        var made = send(HttpMethod.POST, post + "/preview-links", "{\"days\": 1}");
        assertThat(put(post, "\"1\"", CHANGED).status()).isEqualTo(200);

        var page = open(anyone, path(made));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/url")).startsWith("http://localhost:8080/preview/links/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("It *sleeps*.", "not public", "<meta name=\"robots\" content=\"noindex\">");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(page.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.body()).doesNotContain("/studio");
    }

    @Test
    void aLinkIsRevokedAtOnce() {
        var post = draft(COMPLETE);
        var made = send(HttpMethod.POST, post + "/preview-links", "{}");

        var revoked = send(HttpMethod.DELETE, post + "/preview-links/" + made.text("/id"), null);
        var again = send(HttpMethod.DELETE, post + "/preview-links/" + made.text("/id"), null);

        assertThat(revoked.status()).isEqualTo(204);
        assertProblem(again, 404, "unknown-link");
        assertThat(open(anyone, path(made)).status()).isEqualTo(404);
        assertThat(send(HttpMethod.GET, post + "/preview-links", null).body()).isEqualTo("{\"links\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "000000000000000000000000000000000000000000A"})
    void whatLeadsNowhereSaysWhatToDo(String secret) {
        var page = open(anyone, "/preview/links/" + secret);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Ask whoever sent it for a new one").doesNotContain("/studio");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void theLinkOfAPublicPostLeadsToItAndThatOfAWithdrawnOneNowhere() {
        var post = published(COMPLETE);
        var made = send(HttpMethod.POST, post + "/preview-links", "{}");
        var permalink = send(HttpMethod.GET, post, null).text("/permalink");

        var there = open(anyone, path(made));
        assertThat(delete(post + "/publication", "{}").status()).isEqualTo(200);

        assertThat(there.status()).isEqualTo(302);
        assertThat(there.headers().getLocation()).hasToString(permalink);
        assertThat(open(anyone, path(made)).status()).isEqualTo(404);
    }

    @Test
    void aLinkShowsNoPostWhoseLabelHasBecomeStricter() {
        var post = draft(COMPLETE);
        var made = send(HttpMethod.POST, post + "/preview-links", "{\"days\": 30}");
        assertThat(send(HttpMethod.POST, post + "/publication", null).status()).isEqualTo(200);
        var label = "{\"tlp\": \"%s\"}";

        assertThat(patch(post, "*", label.formatted("RED")).status()).isEqualTo(200);
        var raised = open(anyone, path(made));
        var madeSince = send(HttpMethod.POST, post + "/preview-links", "{}");
        var since = open(anyone, path(madeSince));
        assertThat(patch(post, "*", label.formatted("CLEAR")).status()).isEqualTo(200);

        assertThat(raised.status()).isEqualTo(404);
        assertThat(raised.body()).contains("Ask whoever sent it for a new one").doesNotContain("sleeps");
        assertThat(since.body()).contains("TLP:RED", "not public");
        assertThat(open(anyone, path(made)).status()).isEqualTo(302);
    }

    @Test
    void whoMayNotReadADraftSharesItWithNobody() {
        var post = draft(COMPLETE);
        var ada = person("ada", "author");

        assertProblem(send(ada, HttpMethod.POST, post + "/preview-links", "{}"), 403, "forbidden");
        assertProblem(send(ada, HttpMethod.GET, post + "/preview-links", null), 403, "forbidden");
        assertProblem(send(HttpMethod.POST, post + "/preview-links", "{\"days\": 31}"), 422, "invalid-link");
        assertProblem(send(HttpMethod.POST, post + "/preview-links", "{\"days\": 0}"), 422, "invalid-link");
    }

    @Test
    void theStudioShowsALinkOnceAndRevokesIt() {
        var path = created(Map.of("title", "Shared", "body", "It waits.", "tlp", "AMBER"));

        var made = submit(path + "/preview-links", Map.of("days", "7"));
        var list = open(path + "/preview-links").body();
        var revocation = list.replaceAll("(?s).*action=\"([^\"]+/revocation)\".*", "$1");
        var revoked = submit(revocation, Map.of());

        assertThat(made.body()).contains("/preview/links/", "Copy it now", "TLP:AMBER");
        assertThat(list).contains("made by", "Revoke").doesNotContain("/preview/links/");
        assertThat(revoked.status()).isEqualTo(303);
        assertThat(open(path + "/preview-links").body()).contains("None.");
        assertThat(submit(path + "/preview-links", Map.of("days", "never")).status())
                .isEqualTo(422);
    }

    private static String path(Answer made) {
        return made.text("/url").substring("http://localhost:8080".length());
    }
}
