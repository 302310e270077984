package org.vedette.notification.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.webhooks.EnabledWebhooks;
import org.vedette.notification.webhooks.TestWebhooks;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Mono;

class EventPlannerTests {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final UUID post = UUID.randomUUID();
    private final List<Webhook> webhooks = new ArrayList<>();
    private final Stored stored = new Stored();
    private final List<String> entered = new ArrayList<>();
    private final Map<String, PostEvent> contents = new HashMap<>();

    @Test
    void aPublicPostIsToldOfOnceWhateverComesTwice() {
        var webhook = register(TestWebhooks.aWebhook());

        follow(new PostPublished(revision(1).build()));
        follow(new PostPublished(revision(1).build()));

        assertThat(entered).containsExactly("PUBLISHED 1 " + webhook.id());
        assertThat(stored.events).containsOnlyKeys("msg_" + post + "_1");
    }

    @Test
    void anOlderRevisionChangesNothing() {
        register(TestWebhooks.aWebhook());

        follow(new PostPublished(revision(3).build()));
        follow(new PostRevised(revision(2).build(), null));

        assertThat(types()).containsExactly("PUBLISHED 3");
    }

    @Test
    void ofAPostWithALabelNobodyIsTold() {
        register(TestWebhooks.aWebhook());

        follow(new PostPublished(revision(1).marked("AMBER").build()));
        follow(new PostRevised(revision(2).marked("GREEN").build(), null));
        follow(new PostWithdrawn(post, 3, "slug", List.of(), "why", AT, "GREEN"));

        assertThat(entered).isEmpty();
    }

    @Test
    void aPostWhoseLabelIsRaisedIsATombstoneWithNothingOfTheRestrictedRevision() {
        register(TestWebhooks.aWebhook());
        follow(new PostPublished(revision(1).slug("public-slug").title("Public").build()));

        follow(new PostRevised(
                revision(2).marked("RED").slug("secret-slug").title("Secret").build(), "secret"));

        assertThat(types()).containsExactly("PUBLISHED 1", "WITHDRAWN 2");
        var tombstone = (PostWithdrawn) Objects.requireNonNull(contents.get("msg_" + post + "_2"));
        assertThat(tombstone.slug()).isEqualTo("public-slug");
        assertThat(tombstone.reason()).isNull();
        assertThat(Objects.requireNonNull(stored.events.get("msg_" + post + "_2"))
                        .card()
                        .title())
                .isEqualTo("Public");
        assertThat(stored.hiddenRevision(post).block(WAIT)).isEqualTo(2);
    }

    @Test
    void aPostThatBecomesPublicIsPublishedToReceivers() {
        register(TestWebhooks.aWebhook());

        follow(new PostPublished(revision(1).marked("RED").build()));
        follow(new PostRevised(revision(2).build(), null));
        follow(new PostRevised(revision(3).build(), null));

        assertThat(types()).containsExactly("PUBLISHED 2", "REVISED 3");
        assertThat(contents.get("msg_" + post + "_2")).isInstanceOf(PostPublished.class);
    }

    @Test
    void aWithdrawnPostIsToldOfWithTheReason() {
        register(TestWebhooks.aWebhook());
        follow(new PostPublished(revision(1).build()));

        follow(new PostWithdrawn(post, 2, "slug", List.of(), "wrong", AT, "CLEAR"));

        assertThat(types()).containsExactly("PUBLISHED 1", "WITHDRAWN 2");
        assertThat(((PostWithdrawn) Objects.requireNonNull(contents.get("msg_" + post + "_2"))).reason())
                .isEqualTo("wrong");
    }

    @Test
    void onlyReceiversThatWantItAreTold() {
        var brief = register(TestWebhooks.aWebhook().scope(new Scope.Chosen(List.of("brief"), List.of())));
        var tagged = register(TestWebhooks.aWebhook().scope(new Scope.Chosen(List.of(), List.of("phishing"))));
        register(TestWebhooks.aWebhook().scope(new Scope.Chosen(List.of("other"), List.of("other"))));
        register(TestWebhooks.aWebhook().types(WebhookEventType.WITHDRAWN));

        follow(new PostPublished(
                revision(1).inSeries("brief", "Brief").tagged("phishing").build()));

        assertThat(entered).containsExactlyInAnyOrder("PUBLISHED 1 " + brief.id(), "PUBLISHED 1 " + tagged.id());
    }

    @Test
    void whoWasToldOfAPostHearsThatItLeftTheSeries() {
        register(TestWebhooks.aWebhook().scope(new Scope.Chosen(List.of("brief"), List.of())));
        follow(new PostPublished(revision(1).inSeries("brief", "Brief").build()));

        follow(new PostRevised(revision(2).build(), null));
        follow(new PostRevised(revision(3).build(), null));

        assertThat(types()).containsExactly("PUBLISHED 1", "REVISED 2");
    }

    @Test
    void whatHappenedBeforeAWebhookIsNotForIt() {
        register(TestWebhooks.aWebhook().createdAt(AT.plus(Duration.ofMinutes(2))));

        follow(new PostPublished(revision(1).build()));

        assertThat(entered).isEmpty();
    }

    @Test
    void aQuietPostIsForProgramsAndNotForPeople() {
        var program = register(TestWebhooks.aWebhook());
        register(TestWebhooks.aWebhook().kind(ReceiverKind.SLACK));

        follow(new PostPublished(quiet(revision(1).build())));

        assertThat(entered).containsExactly("PUBLISHED 1 " + program.id());
    }

    @Test
    void afterACrashBetweenTheStepsEverythingIsEnteredAgain() {
        register(TestWebhooks.aWebhook());
        follow(new PostPublished(revision(1).build()));
        stored.failing = true;
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> follow(new PostRevised(revision(2).marked("RED").build(), null)));
        assertThat(stored.hiddenRevision(post).block(WAIT)).isEqualTo(2);
        stored.failing = false;

        follow(new PostRevised(revision(2).marked("RED").build(), null));

        assertThat(types()).containsExactly("PUBLISHED 1", "WITHDRAWN 2", "WITHDRAWN 2");
    }

    @CanIgnoreReturnValue
    private Webhook register(TestWebhooks builder) {
        var webhook = builder.build();
        webhooks.add(webhook);
        return webhook;
    }

    private void follow(PostEvent event) {
        new EventPlanner(
                        stored,
                        stored,
                        EnabledWebhooks.of(webhooks),
                        this::enter,
                        new TestContents(),
                        "https://blog.example",
                        new MutableClock())
                .follow(event, AT)
                .block(WAIT);
    }

    private Mono<Void> enter(WebhookEvent event, Collection<WebhookId> receivers, Instant now) {
        receivers.forEach(id -> entered.add(event.type() + " " + event.revision() + " " + id));
        return Mono.empty();
    }

    private Stream<String> types() {
        return entered.stream()
                .map(row -> String.join(" ", Arrays.asList(row.split(" ", -1)).subList(0, 2)));
    }

    private PublicPosts revision(long revision) {
        return PublicPosts.aPost().id(post).revision(revision);
    }

    private static PublicPost quiet(PublicPost post) {
        return new PublicPost(
                post.id(),
                post.revision(),
                post.slug(),
                post.formerSlugs(),
                post.title(),
                post.standfirst(),
                post.html(),
                post.text(),
                post.excerpt(),
                post.bylines(),
                post.tags(),
                post.series(),
                post.period(),
                post.tlp(),
                post.publishedAt(),
                post.revisedAt(),
                post.corrections(),
                post.language(),
                true,
                null);
    }

    private final class TestContents implements EventContents {

        @Override
        public String ofPost(EventId id, WebhookEventType type, PostEvent data, Instant at, String link) {
            contents.put(id.value(), data);
            return id.value();
        }

        @Override
        public String ofPing(EventId id, Instant at, String link) {
            return id.value();
        }
    }

    private static final class Stored implements FollowedPosts, WebhookEvents {

        private final Map<UUID, FollowedPost> posts = new HashMap<>();
        private final Map<UUID, Long> hidden = new HashMap<>();
        private final Map<String, WebhookEvent> events = new HashMap<>();
        private boolean failing;

        @Override
        public Mono<FollowedPost> with(UUID id) {
            return Mono.justOrEmpty(posts.get(id));
        }

        @Override
        public Mono<Void> hide(UUID id, long revision) {
            hidden.put(id, revision);
            return Mono.empty();
        }

        @Override
        public Mono<Long> hiddenRevision(UUID id) {
            return Mono.just(hidden.getOrDefault(id, 0L));
        }

        @Override
        public Mono<Void> keep(FollowedPost state) {
            if (failing) {
                return Mono.error(new IllegalStateException("the store is away"));
            }
            posts.put(state.id(), state);
            return Mono.empty();
        }

        @Override
        public Mono<Void> keep(WebhookEvent event) {
            events.put(event.id().value(), event);
            return Mono.empty();
        }

        @Override
        public Mono<WebhookEvent> with(EventId id) {
            return Mono.justOrEmpty(events.get(id.value()));
        }

        @Override
        public Mono<Long> forgetBefore(Instant time) {
            return Mono.just(0L);
        }
    }
}
