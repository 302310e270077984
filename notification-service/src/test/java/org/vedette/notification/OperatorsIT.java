package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;

/** The pages of subscribers in the studio. */
class OperatorsIT extends RunningService {

    private static final String SUBSCRIBERS = "/studio/subscribers";

    private final String address = "ada-" + UUID.randomUUID() + "@example.org";

    @Test
    void aSubscriberIsInTheListAndFoundByTheAddress() {
        subscribeAndConfirm(address);

        assertThat(page(web.get().uri(SUBSCRIBERS + "?state=active"), 200)).contains(address, " active · ");
        assertThat(page(web.get().uri(SUBSCRIBERS + "?state=unsubscribed"), 200))
                .doesNotContain(address);
        assertThat(page(web.get().uri(SUBSCRIBERS + "?q=" + address.toUpperCase(Locale.ROOT)), 200))
                .contains(address);
        assertThat(page(web.get().uri(SUBSCRIBERS + "?q=nobody-" + address), 200))
                .contains("Nobody has subscribed with this address");
        assertThat(page(web.get().uri(SUBSCRIBERS + "?q=ada"), 200)).contains("Search for a whole mail address");
    }

    @Test
    void aSubscribersPageHasTheConsentAndTheMailsWithTheServersWords() {
        subscribeAndConfirm(address);

        assertThat(page(web.get().uri(path()), 200))
                .contains("Active since", "from 127.0.0.1", "We send you a link first", "confirmation", "sent", "250 ");
    }

    @Test
    void aSuppressedSubscriberGetsNothingUntilItIsLifted() {
        subscribeAndConfirm(address);
        var path = path();

        var suppressing =
                web.post().uri(path + "/suppression").body(BodyInserters.fromFormData("reason", "asked <by> phone"));
        sent(suppressing);
        assertThat(page(web.get().uri(path), 200)).contains("Suppressed", "asked &lt;by&gt; phone", "Lift");

        sent(web.post().uri(path + "/lift"));
        assertThat(page(web.get().uri(path), 200)).contains("Active since");
    }

    @Test
    void aMailThatComesBackCountsAsBouncedAndShowsWhatTheServerSaid() {
        subscribeAndConfirm(address);
        var post =
                aPost().title("News of " + address).publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        awaitMails(address, 2);
        awaitDone(post.id());
        var report = report("delivery-status", """
            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; ada@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 gone <b>
            """);

        assertThat(applied(report)).isEqualTo("{\"outcome\":\"hard\"}");

        assertThat(page(web.get().uri(path()), 200))
                .contains("Suppressed", "bounced (hard)", "reported: 550 5.1.1 gone &lt;b&gt;");
        assertThat(report(post.id())).contains("\"bounced\":1");
    }

    @Test
    void aComplaintSuppressesOnce() {
        subscribeAndConfirm(address);
        var complaint = report("feedback-report", """
            Feedback-Type: abuse
            User-Agent: Example/1.0
            Version: 1
            """);

        assertThat(applied(complaint)).isEqualTo("{\"outcome\":\"complaint\"}");
        assertThat(applied(complaint)).isEqualTo("{\"outcome\":\"duplicate\"}");
    }

    @Test
    void whatIsNoReportIsRefused() {
        var json = web.post()
                .uri("/api/bounces")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}");
        asEditor(json).exchange().expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        var nested = posted("Content-Type: message/rfc822\r\n\r\n".repeat(50));
        asEditor(nested).exchange().expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        var large = posted("x".repeat(3 * 1024 * 1024));
        asEditor(large).exchange().expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        posted("").exchange().expectStatus().isUnauthorized();
    }

    private RequestHeadersSpec<?> posted(String message) {
        return web.post()
                .uri("/api/bounces")
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .bodyValue(message);
    }

    private String applied(String message) {
        var outcome = asEditor(posted(message))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return outcome == null ? "" : outcome;
    }

    /** A report about the newest mail to the address. */
    private String report(String type, String content) {
        var senders = mailServer.sendersTo(address);
        return """
            To: %s
            Subject: Report
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=%s; boundary=b

            --b
            Content-Type: message/%s

            %s
            --b--
            """.formatted(senders.get(senders.size() - 1), type, type, content)
                .replace("\n", "\r\n");
    }

    @Test
    void theExportHasEveryoneAndNoFormula() {
        subscribeAndConfirm("+" + address);

        var csv = asEditor(web.get().uri("/studio/subscribers.csv"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(csv).startsWith("address,state,since,").contains("\r\n'+" + address + ",active,");
    }

    @Test
    void aFileIsTriedAndThenImportedByTheForm() {
        var file = "email,status\n" + address + ",enabled\nnobody,enabled\n";

        assertThat(page(uploading(file, true), 200))
                .contains("Nothing was stored. Of 2 rows, 1 would be added", "Line 3");
        assertThat(page(web.get().uri(SUBSCRIBERS + "?q=" + address), 200)).contains("Nobody has subscribed");
        assertThat(page(uploading(file, false), 200)).contains("Of 2 rows, 1 were added");
        assertThat(page(web.get().uri(path()), 200)).contains("Active since", "Imported from a file");
        assertThat(page(uploading("name\nx\n", false), 422)).contains("names no column with mail addresses");
    }

    @Test
    void aScriptImportsAFileAndIsToldWhatCameOfIt() {
        var request = web.post()
                .uri("/api/subscribers/import?dryRun=false")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue("email,status\n" + address + ",enabled\n");

        asEditor(request)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.added")
                .isEqualTo(1)
                .jsonPath("$.dryRun")
                .isEqualTo(false);
    }

    private RequestHeadersSpec<?> uploading(String file, boolean dryRun) {
        var form = new MultipartBodyBuilder();
        form.part("note", "before the file");
        form.part("file", file.getBytes(StandardCharsets.UTF_8)).filename("subscribers.csv");
        return web.post()
                .uri(SUBSCRIBERS + "/import?dryRun=" + dryRun)
                .body(BodyInserters.fromMultipartData(form.build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SUBSCRIBERS,
                SUBSCRIBERS + "/import",
                SUBSCRIBERS + ".csv",
                SUBSCRIBERS + "/0192f0c1-0000-7000-8000-000000000001"
            })
    void onlyEditorsSeeThem(String path) {
        web.get().uri(path).exchange().expectStatus().isUnauthorized();
        web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("author")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoIsNotThereHasNoPage() {
        var unknown = SUBSCRIBERS + "/" + UUID.randomUUID();

        page(web.get().uri(unknown), 404);
        page(web.post().uri(unknown + "/lift"), 404);
        page(web.get().uri(SUBSCRIBERS + "/nonsense"), 400);
        page(web.get().uri(SUBSCRIBERS + "?before=nonsense"), 400);
    }

    private String path() {
        var list = page(web.get().uri(SUBSCRIBERS + "?q=" + address), 200);
        return SUBSCRIBERS + "/" + Mails.between(list, "studio-row-title\"><a href=\"" + SUBSCRIBERS + "/", "\"");
    }

    private void sent(RequestHeadersSpec<?> form) {
        asEditor(form).exchange().expectStatus().isEqualTo(HttpStatus.SEE_OTHER);
    }

    private RequestHeadersSpec<?> asEditor(RequestHeadersSpec<?> request) {
        return request.headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")));
    }

    @CanIgnoreReturnValue
    private String page(RequestHeadersSpec<?> request, int status) {
        var body = asEditor(request)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
