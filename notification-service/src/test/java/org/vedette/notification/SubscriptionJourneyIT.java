package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;

class SubscriptionJourneyIT extends RunningService {

    private final String address = "ada-" + UUID.randomUUID() + "@example.org";

    @Test
    void aSubscriberGetsAlertsUntilUnsubscribingWithOneClick() {
        subscribe(address);
        awaitMails(address, 1);
        var confirmation = Mails.link(mailServer.mailsTo(address).get(0));

        web.get().uri(pathOf(confirmation)).exchange().expectStatus().isOk();
        press(confirmation).isOk();
        var first = publish("First");
        awaitMails(address, 2);
        var alert = mailServer.mailsTo(address).get(1);
        unsubscribeWithOneClick(Mails.header(alert, "List-Unsubscribe"));
        awaitDone(first);
        var second = publish("Second");
        awaitDone(second);

        assertThat(mailServer.mailsTo(address))
                .extracting(mail -> Mails.header(mail, "Subject"))
                .containsExactly("Confirm your subscription to Threat Intelligence Blog", "First");
    }

    private UUID publish(String title) {
        var post = aPost().title(title).publishedAt(Instant.now()).build();
        publish(new PostPublished(post));
        return post.id();
    }

    private void unsubscribeWithOneClick(String header) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("List-Unsubscribe", "One-Click");
        web.post()
                .uri(pathOf(header.substring(1, header.length() - 1)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(form))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
