package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;

class SubscriptionPagesIT extends RunningService {

    private final String address = "ada-" + UUID.randomUUID() + "@example.org";

    @Test
    void theFormAsksForAnAddress() {
        assertThat(page(web.get().uri("/subscribe"), 200))
                .contains("name=\"address\"", "<h1>Subscribe</h1>", "<a href=\"/imprint\">Imprint</a>");
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotTheAddressIsKnown() {
        var first = page(subscribing(address), 200);
        awaitMails(address, 1);
        press(confirmationLink()).isOk();

        assertThat(page(subscribing(address), 200)).isEqualTo(first).contains("Check your mail");
    }

    @Test
    void aFormThatIsSentFasterThanPeopleAreIsShownAgainWithWhatWasTyped() {
        var form = page(web.get().uri("/subscribe"), 200);
        var sent = BodyInserters.fromFormData("address", address)
                .with("website", "")
                .with("form", Mails.between(form, "name=\"form\" value=\"", "\""));

        assertThat(page(web.post().uri("/subscribe").body(sent), 422))
                .contains("faster than people are", "value=\"" + address + "\"");
    }

    @Test
    void whoFillsInTheTrapIsAnsweredAsEverybodyAndGetsNoMail() {
        var sent = BodyInserters.fromFormData("address", "trap-" + address).with("website", "https://spam.example");

        assertThat(page(web.post().uri("/subscribe").body(sent), 200)).contains("Check your mail");
        subscribe(address);
        awaitMails(address, 1);
        assertThat(mailServer.mailsTo("trap-" + address)).isEmpty();
    }

    @Test
    void anInvalidAddressIsShownAgainWithTheError() {
        assertThat(page(subscribing("<b>no address"), 422))
                .contains("value=\"&lt;b>no address\"")
                .contains("This is not a mail address");
    }

    @Test
    void aFormWithoutAnAddressIsRefusedToo() {
        var empty = web.post().uri("/subscribe").body(BodyInserters.fromFormData("other", "x"));

        assertThat(page(empty, 422)).contains("This is not a mail address");
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() {
        var broken = web.post()
                .uri("/subscribe")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .bodyValue("address=100%");

        assertThat(page(broken, 400)).contains("The request cannot be read");
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        assertThat(page(subscribing("a".repeat(300_000)), 413)).contains("<h1>");
    }

    @Test
    void viewingTheConfirmationPageConfirmsNothing() {
        subscribe(address);
        awaitMails(address, 1);

        page(web.get().uri(pathOf(confirmationLink())), 200);

        assertThat(page(web.get().uri(pathOf(confirmationLink())), 200)).contains("Confirm my subscription");
    }

    @Test
    void aConfirmationLinkWorksOnceAndThenExplainsItself() {
        subscribeAndConfirm(address);

        assertThat(page(web.post().uri(pathOf(confirmationLink())), 410)).contains("You are subscribed already");
        assertThat(page(web.get().uri(pathOf(confirmationLink())), 410)).contains("You are subscribed already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscriptions/confirm", "/subscriptions/unsubscribe"})
    void anInvalidLinkIsNotFound(String path) {
        assertThat(page(web.get().uri(path + "?token=nonsense"), 404)).contains("This is not a link of ours");
        assertThat(page(web.post().uri(path + "?token=nonsense"), 404)).contains("This is not a link of ours");
        assertThat(page(web.post().uri(path), 404)).contains("This is not a link of ours");
    }

    @Test
    void anUnknownAddressIsAPageForPeople() {
        var answer = web.get().uri("/subscriptions/none").accept(MediaType.TEXT_HTML);

        assertThat(page(answer, 404)).contains("There is nothing at this address");
    }

    @Test
    void anUnknownAddressIsAProblemForMachines() {
        web.get()
                .uri("/subscriptions/none")
                .header("X-Request-Id", "r-1")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                    {"type": "urn:vedette:problem:not-found", "title": "There is nothing at this address", "status": 404,
                     "detail": "Check the address for typing errors.",
                     "instance": "/subscriptions/none", "requestId": "r-1"}
                    """);
    }

    @Test
    void anUnsupportedMethodIsAProblem() {
        web.delete()
                .uri("/subscribe")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
                .expectHeader()
                .values("Allow", allowed -> assertThat(allowed.toString()).contains("GET", "POST"));
    }

    private RequestHeadersSpec<?> subscribing(String typed) {
        return web.post()
                .uri("/subscribe")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData("address", typed));
    }

    private String confirmationLink() {
        return Mails.link(mailServer.mailsTo(address).get(0));
    }

    @CanIgnoreReturnValue
    private static String page(RequestHeadersSpec<?> request, int status) {
        var body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
