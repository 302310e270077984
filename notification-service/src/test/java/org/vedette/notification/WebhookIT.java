package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.notification.webhooks.web.client.ScriptedReceiver;
import org.vedette.notification.webhooks.web.client.ScriptedReceiver.Received;
import org.vedette.testsupport.events.PublicPosts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks from the API and the studio to a receiver. */
class WebhookIT extends RunningService {

    private static final String API = "/api/webhooks";
    private static final String STUDIO = "/studio/webhooks";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScriptedReceiver receiver = new ScriptedReceiver();
    private final String tag = "tag-" + UUID.randomUUID();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aPublishedPostArrivesSignedAndItsRestrictionAsATombstone() {
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag), "events", allEvents()));
        var post = UUID.randomUUID();

        publish(new PostPublished(post(post, 1).title("A loader").build()));
        // What is restricted before it is sent is not sent.
        await().atMost(20, SECONDS).until(() -> receiver.received().size() == 1);
        publish(new PostRevised(post(post, 2).title("Secret").marked("RED").build(), null));

        await().atMost(20, SECONDS).until(() -> receiver.received().size() == 2);
        var first = receiver.received().get(0);
        var secret = webhook.get("secret").asString();
        assertThat(first).matches(isSignedWith(secret), "is signed");
        assertThat(first)
                .matches(isSignedWith("whsec_" + "A".repeat(43) + "=").negate(), "is signed by no other secret");
        assertThat(first.header("content-type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        var event = JSON.readTree(first.body());
        assertThat(event.get("id").asString()).isEqualTo(first.header("webhook-id"));
        assertThat(event.at("/data/post/title").asString()).isEqualTo("A loader");
        var tombstone = JSON.readTree(receiver.received().get(1).body());
        assertThat(tombstone.get("type").asString()).isEqualTo("org.vedette.post.withdrawn.v1");
        assertThat(receiver.received().get(1).body()).doesNotContain("Secret");
    }

    @Test
    void theSecretBeforeSignsAsWellAfterARotation() {
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag)));
        var rotated = json(asAdmin(web.post().uri(path(webhook) + "/secret")), 200);

        json(asAdmin(web.post().uri(path(webhook) + "/ping")), 202);

        await().atMost(20, SECONDS).until(() -> receiver.received().size() == 1);
        assertThat(receiver.received().get(0))
                .matches(isSignedWith(webhook.get("secret").asString()), "is signed with the secret before")
                .matches(isSignedWith(rotated.get("secret").asString()), "is signed with the new secret");
        assertThat(json(asEditor(web.get().uri(path(webhook))), 200)
                        .get("secret")
                        .isNull())
                .isTrue();
    }

    @Test
    void theLedgerHasEveryAttemptAndAMessageIsReplayed() {
        receiver.does(ScriptedReceiver.answering(500, "", "out of <order>"));
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag)));
        var ping = json(asAdmin(web.post().uri(path(webhook) + "/ping")), 202)
                .get("delivery")
                .asString();
        awaitStatus(ping, "failed");
        receiver.does(ScriptedReceiver.answering(200, "", "fine"));

        json(asAdmin(web.post().uri(API + "/deliveries/" + ping + "/replay")), 202);

        awaitStatus(ping, "delivered");
        var delivery = json(asEditor(web.get().uri(API + "/deliveries/" + ping)), 200);
        assertThat(delivery.at("/history/0/status").asInt()).isEqualTo(500);
        assertThat(delivery.at("/history/0/answer").asString()).isEqualTo("out of <order>");
        assertThat(delivery.at("/history/1/outcome").asString()).isEqualTo("delivered");
        assertThat(page(asEditor(web.get().uri(STUDIO + "/deliveries/" + ping)), 200))
                .contains("out of &lt;order&gt;", "refused");
        assertThat(json(asEditor(web.get().uri(path(webhook) + "/deliveries?status=delivered&limit=1")), 200)
                        .at("/deliveries/0/id")
                        .asString())
                .isEqualTo(ping);
        assertThat(receiver.received())
                .extracting(request -> request.header("webhook-id"))
                .hasSize(2)
                .containsOnly(delivery.get("event").asString());
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAndOneMailTellsIt() {
        receiver.does(ScriptedReceiver.answering(410, "", "gone"));
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag), "description", tag));

        publish(new PostPublished(post(UUID.randomUUID(), 1).build()));

        await().atMost(20, SECONDS)
                .until(() -> mailServer.mailsTo("webhook-admin@blog.example").stream()
                        .anyMatch(mail -> text(mail).contains(tag)));
        var disabled = json(asEditor(web.get().uri(path(webhook))), 200);
        assertThat(disabled.get("state").asString()).isEqualTo("disabled");
        assertThat(disabled.get("reason").asString()).contains("410");
        assertThat(json(asAdmin(web.post().uri(path(webhook) + "/ping")), 409)
                        .get("type")
                        .asString())
                .endsWith(":webhook-disabled");
        assertThat(json(asAdmin(web.post().uri(path(webhook) + "/enable")), 200)
                        .get("state")
                        .asString())
                .isEqualTo("enabled");
    }

    @Test
    void aChatGetsAMessageAndIsLeftAloneAsLongAsItSays() {
        receiver.does((request, out) -> ScriptedReceiver.answering(
                        receiver.received().size() == 1 ? 429 : 204, "", "{\"retry_after\": 0.5}")
                .answer(request, out));
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag), "kind", "discord"));

        publish(new PostPublished(
                post(UUID.randomUUID(), 1).title("@everyone *now*").build()));

        await().atMost(20, SECONDS).until(() -> receiver.received().size() == 2);
        assertThat(webhook.get("secret").isNull()).isTrue();
        assertThat(receiver.received().get(1).body())
                .contains("allowed_mentions")
                .doesNotContain("@everyone");
        assertThat(receiver.received().get(1).headers()).doesNotContainKey("webhook-signature");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"address\":\"http://10.0.0.1/\"}', 422, address",
        "'{\"address\":\"http://169.254.169.254/latest/meta-data\"}', 422, address",
        "'{\"address\":\"http://[::ffff:10.0.0.1]/\"}', 422, address",
        "'{\"address\":\"http://2130706433/\"}', 422, address",
        "'{\"address\":\"http://0x7f.1/\"}', 422, address",
        "'{\"address\":\"http://user:pass@127.0.0.1/\"}', 422, address",
        "'{\"address\":\"http://127.0.0.1:0/\"}', 422, address",
        "'{\"address\":\"http://nobody.invalid/\"}', 422, address",
        "'{}', 422, address",
        "'{\"address\":\"http://127.0.0.1/\",\"kind\":\"irc\"}', 422, kind",
        "'{\"address\":\"http://127.0.0.1/\",\"events\":[]}', 422, events",
        "'{\"address\":\"http://127.0.0.1/\",\"events\":[\"deleted\"]}', 422, events",
        "'{\"address\":\"http://127.0.0.1/\",\"series\":[\"No Slug\"]}', 422, series",
        "'{\"address\":\"http://127.0.0.1/\",\"tag\":[\"x\"]}', 400, tag",
        "'{\"address\":[1]}', 400, address"
    })
    void whatIsNotPossibleIsRefusedWithTheFieldNamed(String body, int status, String field) {
        var request =
                web.post().uri(API).contentType(MediaType.APPLICATION_JSON).bodyValue(body);

        assertThat(json(asAdmin(request), status).at("/errors/0/field").asString())
                .isEqualTo(field);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        for (var body : List.of("", "[]", "null", "{", "{} {}", "{\"tags\":[],\"tags\":[]}")) {
            var request =
                    web.post().uri(API).contentType(MediaType.APPLICATION_JSON).bodyValue(body);

            json(asAdmin(request), 400);
        }
    }

    @Test
    void editorsReadAndOnlyAdminsChange() {
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag)));

        for (var reading : List.of(API, path(webhook), path(webhook) + "/deliveries", STUDIO, studioPath(webhook))) {
            web.get().uri(reading).exchange().expectStatus().isUnauthorized();
            asEditor(web.get().uri(reading)).exchange().expectStatus().isOk();
        }
        for (var changing : List.of(
                API,
                path(webhook) + "/ping",
                path(webhook) + "/secret",
                path(webhook) + "/replay?since=2026-01-01T00:00:00Z",
                STUDIO,
                studioPath(webhook) + "/edit",
                studioPath(webhook) + "/removal")) {
            asEditor(web.post().uri(changing)).exchange().expectStatus().isForbidden();
        }
        asEditor(web.delete().uri(path(webhook))).exchange().expectStatus().isForbidden();
        asEditor(web.get().uri(STUDIO + "/new")).exchange().expectStatus().isForbidden();
        asEditor(web.get().uri(studioPath(webhook) + "/edit"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aWebhookIsChangedAndRemovedByTheApi() {
        var webhook = register(Map.of("address", receiver.address(), "tags", List.of(tag)));
        var change = web.put()
                .uri(path(webhook))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("description", "Other", "events", List.of("withdrawn")));

        var changed = json(asAdmin(change), 200);

        assertThat(changed.get("description").asString()).isEqualTo("Other");
        assertThat(changed.get("address").asString())
                .isEqualTo(webhook.get("address").asString());
        assertThat(changed.at("/events/0").asString()).isEqualTo("withdrawn");
        assertThat(json(asEditor(web.get().uri(API + "?limit=1")), 200)
                        .at("/webhooks/0/id")
                        .asString())
                .isNotBlank();
        json(asEditor(web.get().uri(API + "?limit=0")), 400);
        json(asAdmin(web.post().uri(path(webhook) + "/replay?since=yesterday")), 400);
        asAdmin(web.delete().uri(path(webhook))).exchange().expectStatus().isNoContent();
        json(asAdmin(web.get().uri(path(webhook))), 404);
        json(asAdmin(web.delete().uri(path(webhook))), 404);
    }

    @Test
    void aWebhookIsRegisteredTriedAndRemovedInTheStudio() {
        var form = new LinkedMultiValueMap<String, String>();
        form.set("address", receiver.address());
        form.set("description", "<SIEM> " + tag);
        form.set("kind", "");
        form.set("published", "true");
        form.set("tags", tag + ", other");

        var secret = page(asAdmin(web.post().uri(STUDIO).body(BodyInserters.fromFormData(form))), 200);
        assertThat(secret).contains("whsec_", "shown this once", "&lt;SIEM&gt; " + tag);
        var path = Mails.between(secret, "<a href=\"" + STUDIO + "/", "\"");
        assertThat(page(asAdmin(web.get().uri(STUDIO)), 200)).contains("&lt;SIEM&gt; " + tag, "New webhook");
        assertThat(page(asEditor(web.get().uri(STUDIO)), 200)).doesNotContain("New webhook");

        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/ping")));
        await().atMost(20, SECONDS)
                .until(() ->
                        page(asEditor(web.get().uri(STUDIO + "/" + path)), 200).contains("taken, 200"));
        var detail = page(asAdmin(web.get().uri(STUDIO + "/" + path)), 200);
        assertThat(detail).contains("Replay", "Disable", "Yes, remove it").doesNotContain("whsec_", "token=secret");

        form.set("address", "");
        form.set("published", "true");
        form.set("revised", "true");
        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/edit").body(BodyInserters.fromFormData(form))));
        assertThat(page(asEditor(web.get().uri(STUDIO + "/" + path)), 200)).contains("published, revised (tags other");
        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/disable")));
        assertThat(page(asEditor(web.get().uri(STUDIO + "/" + path)), 200)).contains("Disabled on");
        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/enable")));
        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/replay")));
        redirected(asAdmin(web.post().uri(STUDIO + "/" + path + "/removal")));
        page(asAdmin(web.get().uri(STUDIO + "/" + path)), 200);
        redirected(asAdmin(web.post()
                .uri(STUDIO + "/" + path + "/removal")
                .body(BodyInserters.fromFormData("confirmed", "true"))));
        page(asAdmin(web.get().uri(STUDIO + "/" + path)), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://10.0.0.1/", "nonsense"})
    void aFormThatIsNotPossibleComesBackWithWhatWasTyped(String address) {
        var form = new LinkedMultiValueMap<String, String>();
        form.set("address", address);
        form.set("description", tag);
        form.set("revised", "true");

        assertThat(page(asAdmin(web.post().uri(STUDIO).body(BodyInserters.fromFormData(form))), 422))
                .contains("address-error", tag, "Nothing was saved");
        page(asAdmin(web.get().uri(STUDIO + "/new")), 200);
        page(asAdmin(web.get().uri(STUDIO + "/" + UUID.randomUUID())), 404);
        page(asAdmin(web.get().uri(STUDIO + "/deliveries/nothing")), 404);
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + String.valueOf(mail.getContent());
        } catch (MessagingException | IOException broken) {
            throw new AssertionError("not a mail", broken);
        }
    }

    private static List<String> allEvents() {
        return List.of("published", "revised", "withdrawn");
    }

    private PublicPosts post(UUID id, long revision) {
        return PublicPosts.aPost().id(id).revision(revision).tagged(tag);
    }

    private JsonNode register(Map<String, Object> body) {
        var request =
                web.post().uri(API).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        return json(asAdmin(request), 201);
    }

    private void awaitStatus(String delivery, String status) {
        await().atMost(20, SECONDS)
                .until(() -> json(asEditor(web.get().uri(API + "/deliveries/" + delivery)), 200)
                        .get("status")
                        .asString()
                        .equals(status));
    }

    private static String path(JsonNode webhook) {
        return API + "/" + webhook.get("id").asString();
    }

    private static String studioPath(JsonNode webhook) {
        return STUDIO + "/" + webhook.get("id").asString();
    }

    /** What a receiver does, as the documentation has it. */
    private static Predicate<Received> isSignedWith(String secret) {
        return request -> {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var signed =
                    request.header("webhook-id") + "." + request.header("webhook-timestamp") + "." + request.body();
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
                return Arrays.stream(request.header("webhook-signature").split(" ", -1))
                        .filter(signature -> signature.startsWith("v1,"))
                        .anyMatch(signature -> MessageDigest.isEqual(
                                expected, Base64.getDecoder().decode(signature.substring("v1,".length()))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private RequestHeadersSpec<?> asAdmin(RequestHeadersSpec<?> request) {
        return request.headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("admin")));
    }

    private RequestHeadersSpec<?> asEditor(RequestHeadersSpec<?> request) {
        return request.headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")));
    }

    private static void redirected(RequestHeadersSpec<?> request) {
        request.exchange().expectStatus().isSeeOther();
    }

    @CanIgnoreReturnValue
    private static JsonNode json(RequestHeadersSpec<?> request, int status) {
        var body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body == null ? "null" : body);
    }

    @CanIgnoreReturnValue
    private static String page(RequestHeadersSpec<?> request, int status) {
        var body = request.accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
