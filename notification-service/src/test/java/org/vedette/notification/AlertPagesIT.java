package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;

class AlertPagesIT extends RunningService {

    private final PublicPost post = aPost().title("News & <more> " + UUID.randomUUID())
            .publishedAt(Instant.now())
            .build();
    private final String path = "/studio/alerts/" + post.id();

    @AfterEach
    void takeMailUpAgain() {
        form("/studio/mail/switch", "mail", "start").isSeeOther();
    }

    @Test
    void anAlertIsPausedResumedAndCancelledByForms() {
        var reader = "reader-" + UUID.randomUUID() + "@example.org";
        subscribeAndConfirm(reader);
        form("/studio/mail/switch", "mail", "stop").isSeeOther();
        publish(new PostPublished(post));
        await().atMost(20, SECONDS).until(() -> report(post.id()).contains("\"inProgress\":0"));
        assertThat(page(path))
                .contains("News &amp; &lt;more&gt;", "All alerts and digests are stopped since", "all mail is stopped")
                .contains("value=\"pause\"", "value=\"cancel\"");

        form(path + "/control", "action", "pause").isSeeOther();
        assertThat(page(path + "?done=pause")).contains("Paused after 0 of", "value=\"resume\"", "It is paused.");
        form(path + "/control", "action", "approve").isEqualTo(409);
        form(path + "/control", "action", "resume").isSeeOther();
        form(path + "/control", "action", "cancel").isSeeOther();

        assertThat(page(path)).contains("Cancelled after 0 of", "cancelled").doesNotContain("value=\"resume\"");
        form(path + "/control", "action", "resume").isEqualTo(409);
        form(path + "/control", "action", "nonsense").isEqualTo(422);
        form("/studio/mail/switch", "mail", "start").isSeeOther();
        publish(new PostPublished(
                aPost().title("Another").publishedAt(Instant.now()).build()));
        awaitMails(reader, 2);
        assertThat(mailServer.mailsTo(reader))
                .noneMatch(mail -> Mails.subject(mail).startsWith("News"));
    }

    @Test
    void theListLeadsToThePageOfAnAlertThatSendsTestMails() {
        publish(new PostPublished(post));
        awaitDone(post.id());
        var looker = "looker-" + UUID.randomUUID() + "@example.org";

        assertThat(page("/studio/alerts?state=done")).contains(path, "Done: sent to");
        form(path + "/test", "to", looker).isSeeOther();
        form(path + "/test", "to", "nonsense").isEqualTo(422);

        awaitMails(looker, 1);
        assertThat(page("/studio/alerts?state=failed")).doesNotContain(path);
        assertThat(page(path))
                .contains("Subscribers lost by it", "is not measured")
                .doesNotContain("value=\"pause\"");
    }

    @Test
    void thePageOfMailHasTheSwitchTheServersAndTheRecords() {
        subscribeAndConfirm("reader-" + UUID.randomUUID() + "@example.org");
        form("/studio/mail/switch", "mail", "stop").isSeeOther();

        assertThat(page("/studio/mail"))
                .contains("All alerts and digests are stopped since", "Take mail up again")
                .contains("takes mail", "v=spf1 a:", "_dmarc.blog.example.", "VEDETTE_DKIM_KEYS");
        assertThat(page("/studio/subscribers")).contains("By week");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studio/alerts", "/studio/mail", "/api/subscribers/growth", "/api/mail/switch"})
    void whoeverIsNoEditorSeesNothing(String address) {
        get(address, "reader").isForbidden();
        get(address, "editor").isOk();
        get(address, "admin").isOk();
    }

    @Test
    void thereIsNoPageOfAnAlertThatThereIsNot() {
        get("/studio/alerts/" + UUID.randomUUID(), "editor").isNotFound();
        get("/studio/alerts/x", "editor").isBadRequest();
        form("/studio/alerts/" + UUID.randomUUID() + "/control", "action", "cancel")
                .isNotFound();
        form("/studio/alerts/" + UUID.randomUUID() + "/test", "action", "cancel")
                .isNotFound();
        form("/studio/mail/switch", "action", "cancel").isEqualTo(422);
    }

    private StatusAssertions form(String address, String field, String value) {
        return web.post()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .header("Accept", "text/html")
                .body(BodyInserters.fromFormData(field, value))
                .exchange()
                .expectStatus();
    }

    private StatusAssertions get(String address, String role) {
        return exchange(address, role).expectStatus();
    }

    private String page(String address) {
        var body = exchange(address, "editor")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }

    private WebTestClient.ResponseSpec exchange(String address, String role) {
        return web.get()
                .uri(address)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles(role)))
                .header("X-CSRF-Token", "some-token")
                .exchange();
    }
}
