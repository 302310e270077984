package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.MultipartBodyBuilder;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.events.Topics;

class AlertIT extends RunningService {

    private final String address = "bob-" + UUID.randomUUID() + "@example.org";
    private final PublicPost post =
            aPost().title("News of " + address).publishedAt(Instant.now()).build();

    @BeforeEach
    void subscribeTheAddress() {
        subscribeAndConfirm(address);
    }

    @Test
    void anEventThatIsReceivedTwiceGetsOneMail() {
        publish(new PostPublished(post));
        awaitDone(post.id());
        publish(new PostPublished(post));
        publishAnotherAndAwaitIt();

        assertThat(mailsAbout(post)).isEqualTo(1);
    }

    /** Both mailings are in one partition: when the mail of the second arrives, the first was sent. */
    @Test
    void aMailingThatIsReceivedTwiceIsSentOnce() {
        publish(new PostPublished(post));
        awaitDone(post.id());
        var late = "late-" + UUID.randomUUID() + "@example.org";
        subscribeAndConfirm(late);

        sendMailing(subscriberOf(address));
        sendMailing(subscriberOf(late));
        awaitMails(late, 2);

        assertThat(mailsAbout(post)).isEqualTo(1);
    }

    @Test
    void aRevisionGetsNoMail() {
        publish(new PostPublished(post));
        awaitDone(post.id());
        publish(new PostRevised(post, "We were wrong."));
        publishAnotherAndAwaitIt();

        assertThat(mailsAbout(post)).isEqualTo(1);
    }

    @Test
    void aCorrectionAndAWithdrawalAreToldToThoseWhoWereMailed() {
        publish(new PostPublished(post));
        awaitDone(post.id());
        var late = "late-" + UUID.randomUUID() + "@example.org";
        subscribeAndConfirm(late);
        var revised = aPost().id(post.id())
                .title(post.title())
                .slug(post.slug())
                .publishedAt(post.publishedAt())
                .revisedAt(Instant.now())
                .revision(2)
                .build();

        publish(new PostRevised(revised, "Not 12, but 21.", true));
        awaitMails(address, 3);
        publish(new PostWithdrawn(
                post.id(), 3, post.slug(), List.of(), "It was all wrong.", Instant.now(), "CLEAR", true));
        awaitMails(address, 4);

        var mails = mailServer.mailsTo(address);
        assertThat(mails)
                .extracting(Mails::subject)
                .contains("Correction: " + post.title(), "Withdrawn: " + post.title());
        assertThat(Mails.text(mails.get(2))).contains("Not 12, but 21.", "Correction ·");
        assertThat(Mails.text(mails.get(3))).contains("It was all wrong.");
        press(Mails.link(mails.get(3))).isOk();
        assertThat(mailServer.mailsTo(late)).hasSize(1);
    }

    @Test
    void aPostThatIsNotPublicIsAnnouncedWhenItBecomesPublic() {
        var restricted = aPost().marked("AMBER");
        publish(new PostPublished(restricted.publishedAt(Instant.now()).build()));
        publishAnotherAndAwaitIt();
        var mailsBefore = mailsAbout(restricted.build());

        publish(new PostRevised(restricted.revision(2).marked("CLEAR").build(), null));

        awaitDone(restricted.build().id());
        assertThat(List.of(mailsBefore, mailsAbout(restricted.build()))).isEqualTo(List.of(0L, 1L));
    }

    @Test
    void aPostThatIsTooOldGetsNoMails() {
        var old = aPost().publishedAt(Instant.now().minus(Duration.ofDays(3))).build();

        publish(new PostPublished(old));

        await().atMost(20, SECONDS).until(() -> report(old.id()).contains("\"status\":\"too-old\""));
        assertThat(mailsAbout(old)).isZero();
    }

    @Test
    void deferredMailsAreSentWhenTheMailServerIsAvailableAgain() {
        mailServer.close();
        publish(new PostPublished(post));
        await().atMost(20, SECONDS).until(() -> !report(post.id()).contains("\"deferred\":0,"));

        mailServer.open();

        awaitDone(post.id());
        assertThat(mailsAbout(post)).isEqualTo(1);
    }

    @Test
    void aDeferredConfirmationIsSentWhenTheMailServerIsAvailableAgain() {
        var other = "eve-" + UUID.randomUUID() + "@example.org";
        mailServer.close();
        var failures = failedAttempts();
        subscribe(other);
        await().atMost(20, SECONDS).until(() -> failedAttempts() > failures);

        mailServer.open();

        awaitMails(other, 1);
        press(Mails.link(mailServer.mailsTo(other).get(0))).isOk();
    }

    @Test
    void anUnreadableRecordBecomesADeadLetterAndHoldsUpNoOther() {
        var key = UUID.randomUUID().toString();
        kafka().send(Topics.POSTS, key, "no event at all".getBytes(StandardCharsets.UTF_8))
                .join();

        publishAnotherAndAwaitIt();

        try (var deadLetters = new DeadLetters()) {
            await().atMost(20, SECONDS).until(() -> deadLetters.hold(key));
        }
    }

    @Test
    void aMailProgramMayPostOneClickAsMultipart() {
        publish(new PostPublished(post));
        awaitMails(address, 2);
        var form = new MultipartBodyBuilder();
        form.part("List-Unsubscribe", "One-Click");
        var link = Mails.link(mailServer.mailsTo(address).get(1));

        web.post()
                .uri(pathOf(link))
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isOk();
        press(link).isOk();
        var another = publishAnotherAndAwaitIt();

        assertThat(mailsAbout(another)).isZero();
    }

    @Test
    void aMailIsAcceptedSoonAfterTheEvent() {
        publish(new PostPublished(aPost().publishedAt(Instant.now()).build()));
        awaitMails(address, 2);

        publish(new PostPublished(post));

        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5)).until(() -> mailsAbout(post) == 1);
    }

    @Test
    void theNumbersOfAnAlertAddUp() {
        publish(new PostPublished(post));
        awaitDone(post.id());

        assertThat(report(post.id())).containsPattern("\"audience\":(\\d+),\"sent\":\\1,\"deferred\":0");
    }

    /** Its event is processed after those of the post, because they are in one partition. */
    @CanIgnoreReturnValue
    private PublicPost publishAnotherAndAwaitIt() {
        var another =
                aPost().id(samePartition(post.id())).publishedAt(Instant.now()).build();
        publish(new PostPublished(another));
        awaitDone(another.id());
        return another;
    }

    private void sendMailing(String subscriber) {
        var mailing = "{\"alert\": \"%s\", \"subscribers\": [\"%s\"]}".formatted(post.id(), subscriber);
        kafka().send("vedette.mailings.v1", 0, "key", mailing.getBytes(StandardCharsets.UTF_8))
                .join();
    }

    /** The id of a subscriber, from the Message-ID of the confirmation mail. */
    private static String subscriberOf(String address) {
        return Mails.header(mailServer.mailsTo(address).get(0), "Message-ID").split("\\.", 3)[1];
    }

    private static UUID samePartition(UUID id) {
        return Stream.generate(UUID::randomUUID)
                .filter(other -> partition(other) == partition(id))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(UUID id) {
        return BuiltInPartitioner.partitionForKey(
                id.toString().getBytes(StandardCharsets.UTF_8), Topics.POSTS_PARTITIONS);
    }

    private long mailsAbout(PublicPost about) {
        return mailServer.mailsTo(address).stream()
                .filter(mail ->
                        Mails.header(mail, "Message-ID").contains(about.id().toString()))
                .count();
    }
}
