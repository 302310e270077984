package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;

class SelfServiceIT extends RunningService {

    private final String address = "ada-" + UUID.randomUUID() + "@example.org";
    private final String tag = "tag-" + UUID.randomUUID();

    @Test
    void aSubscriberChoosesByTheLinkInAMailAndIsTakenAtTheirWord() {
        var link = preferencesLink();
        assertThat(page(web.get().uri(link), 200))
                .contains("<h1>Your subscription</h1>", "a…@example.org", "value=\"everything\" checked", tag)
                .doesNotContain(address);

        var chosen = choose(link, "chosen", tag, "immediate", "evil[.]example", 200);
        assertThat(chosen).contains("Saved.", "value=\"chosen\" checked", "evil.example");
        assertThat(page(web.get().uri(link), 200)).contains("value=\"chosen\" checked", "evil.example");

        var unwanted = published("Unwanted", "another-tag", "Nothing to see.");
        var wanted = published("Wanted", tag, "Nothing to see.");
        var watched = published("Watched", "another-tag", "Seen at hxxps://www.evil[.]example/login");
        awaitMails(address, 4);
        awaitDone(unwanted.id());

        assertThat(mailServer.mailsTo(address))
                .extracting(Mails::subject)
                .contains(wanted.title(), watched.title())
                .doesNotContain(unwanted.title());
    }

    @Test
    void whatCannotBeChosenIsShownAgainWithTheReason() {
        var link = preferencesLink();

        assertThat(choose(link, "chosen", "", "immediate", "", 422)).contains("Choose at least one series");
        assertThat(choose(link, "everything", "", "immediate", "two words", 422))
                .contains("“two words” cannot be watched for");
        assertThat(choose(link, "chosen", "<b>", "weekly", "", 422)).contains("This is not a tag: &lt;b&gt;");
        assertThat(choose(link, "everything", "", "hourly", "", 422)).contains("Choose how often");
        assertThat(page(web.get().uri(link), 200)).contains("value=\"everything\" checked");
    }

    @Test
    void thePageToUnsubscribeLeadsToTheChoice() {
        var unsubscribe = preferencesLink().replace("/preferences", "/unsubscribe");

        assertThat(page(web.get().uri(unsubscribe), 200)).contains("href=\"" + preferencesLink() + "\"");
    }

    @Test
    void whoHasLeftHasNothingToChoose() {
        var link = preferencesLink();
        press("https://blog.example" + link.replace("/preferences", "/unsubscribe"))
                .isOk();

        assertThat(page(web.get().uri(link), 410)).contains("You are not subscribed");
        choose(link, "everything", "", "immediate", "", 410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/subscriptions/preferences",
                "/subscriptions/preferences/data",
                "/subscriptions/address",
                "/subscriptions/data"
            })
    void aTokenThatSomebodyMadeUpIsAnsweredWithAPage(String path) {
        var sent = web.post().uri(path + "?token=nonsense").body(BodyInserters.fromFormData("sure", "true"));

        assertThat(page(sent, 404)).contains("<h1>");
        assertThat(page(web.get().uri(path + "?token=nonsense"), path.endsWith("preferences/data") ? 405 : 404))
                .contains("<h1>");
    }

    @Test
    void anAddressChangesWhenBothMailboxesHaveConfirmed() {
        var link = preferencesLink();
        var to = "new-" + address;
        var request = web.post()
                .uri(link.replace("/preferences?", "/preferences/address?"))
                .body(BodyInserters.fromFormData("address", to));
        assertThat(page(request, 200)).contains("Check both mailboxes");
        awaitMails(to, 1);
        awaitMails(address, 3);

        var byNew = Mails.link(mailServer.mailsTo(to).get(0));
        assertThat(page(web.get().uri(pathOf(byNew)), 200)).contains("Confirm the new address");
        assertThat(page(web.post().uri(pathOf(byNew)), 200)).contains("One link is left");
        var byOld = Mails.link(mailServer.mailsTo(address).get(2));
        assertThat(page(web.post().uri(pathOf(byOld)), 200)).contains("Your address has changed");

        published("For the new address", "another-tag", "Text.");
        awaitMails(to, 2);
        assertThat(mailServer.mailsTo(address)).hasSize(3);
    }

    @Test
    void aSubscriberSeesAndErasesWhatIsStored() {
        var link = preferencesLink();
        var request = web.post().uri(link.replace("/preferences?", "/preferences/data?"));
        assertThat(page(request, 200)).contains("Check your mail");
        awaitMails(address, 3);
        var data = pathOf(Mails.link(mailServer.mailsTo(address).get(2)));

        assertThat(page(web.get().uri(data), 200)).contains("Download everything", address);
        web.get()
                .uri(data.replace("/data?", "/data/export?"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.address")
                .isEqualTo(address)
                .jsonPath("$.state")
                .isEqualTo("active")
                .jsonPath("$.consent.client")
                .isEqualTo("127.0.0.1")
                .jsonPath("$.mails.length()")
                .isEqualTo(3);

        assertThat(page(web.post().uri(data).body(BodyInserters.fromFormData("other", "x")), 422))
                .contains("Tick the box");
        assertThat(page(web.post().uri(data).body(BodyInserters.fromFormData("sure", "true")), 200))
                .contains("Everything is erased");
        page(web.get().uri(data), 404);
        page(web.get().uri(link), 404);
    }

    /** The link in the alert that somebody gets who has just subscribed; two mails have come by then. */
    private String preferencesLink() {
        if (mailServer.mailsTo(address).isEmpty()) {
            subscribeAndConfirm(address);
            published("First", tag, "Text.");
            awaitMails(address, 2);
        }
        var text = Mails.text(mailServer.mailsTo(address).get(1));
        return pathOf("https://blog.example/subscriptions/preferences"
                + Mails.between(text, "https://blog.example/subscriptions/preferences", "\n")
                        .strip());
    }

    @CanIgnoreReturnValue
    private PublicPost published(String title, String itsTag, String text) {
        var post = aPost().title(title + " " + tag)
                .tagged(itsTag)
                .text(text)
                .publishedAt(Instant.now())
                .build();
        publish(new PostPublished(post));
        return post;
    }

    @CanIgnoreReturnValue
    private String choose(String link, String scope, String tags, String cadence, String watch, int status) {
        var form = BodyInserters.fromFormData("scope", scope)
                .with("tags", tags)
                .with("cadence", cadence)
                .with("day", "FRIDAY")
                .with("hour", "16")
                .with("zone", "Europe/Vienna")
                .with("watch", watch);
        return page(web.post().uri(link).body(form), status);
    }

    @CanIgnoreReturnValue
    private static String page(RequestHeadersSpec<?> request, int status) {
        var body = request.accept(MediaType.TEXT_HTML)
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
