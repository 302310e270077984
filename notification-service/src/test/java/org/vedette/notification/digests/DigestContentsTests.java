package org.vedette.notification.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.digests.TestDigests.revised;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.events.Series;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.subscribers.Active;
import reactor.core.publisher.Mono;

class DigestContentsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final DigestSchedule DAILY = new DigestSchedule(null, 7, null);
    private static final AlertId ID = AlertId.ofDigest("daily-07-site-20261124t0700");

    private Set<UUID> mailed = Set.of();
    private final InMemoryDigestRuns runs = new InMemoryDigestRuns();
    private final InMemoryDigestedPosts posts = new InMemoryDigestedPosts();
    private final DigestedPost weekly = listed(
            aDigestedPost("Lures", new Series("weekly", "Weekly Report"), List.of("phishing"), NOW.minusSeconds(300)));
    private final DigestedPost single = listed(aDigestedPost("A kit", null, List.of("malware"), NOW.minusSeconds(200)));
    private final DigestedPost newer = listed(
            aDigestedPost("More lures", new Series("weekly", "Weekly Report"), List.of(), NOW.minusSeconds(100)));

    @Test
    void everythingIsToldTheNewestFirstAndBySeries() {
        open();

        var digest = contents(subscriber(new Scope.Everything(), null)).orElseThrow();

        assertThat(digest.posts()).containsExactly(newer, single, weekly);
        assertThat(digest.sections())
                .containsExactly(
                        new Digest.Section(weekly.series(), List.of(newer, weekly)),
                        new Digest.Section(null, List.of(single)));
    }

    @Test
    void onlyWhatTheSubscriberChoseIsTold() {
        open();

        assertThat(contents(subscriber(new Scope.Chosen(List.of(), List.of("malware")), null)))
                .hasValueSatisfying(digest -> assertThat(digest.posts()).containsExactly(single));
        assertThat(contents(subscriber(new Scope.Chosen(List.of("monthly"), List.of()), null)))
                .isEmpty();
    }

    @Test
    void whatWasWithdrawnSinceIsNotTold() {
        open();
        posts.hide(single.id(), 2).block(TIMEOUT);

        assertThat(contents(subscriber(new Scope.Everything(), null)))
                .hasValueSatisfying(digest -> assertThat(digest.posts()).containsExactly(newer, weekly));
    }

    @Test
    void theWordsAreThoseOfTheTimeOfSending() {
        open();
        posts.revise(revised(single, 2, "A kit, corrected")).block(TIMEOUT);

        assertThat(contents(subscriber(new Scope.Everything(), null))
                        .orElseThrow()
                        .posts())
                .extracting(DigestedPost::title)
                .contains("A kit, corrected");
    }

    @Test
    void whatIsOlderThanTheSubscriptionIsNotTold() {
        open();

        assertThat(contents(subscriber(new Scope.Everything(), NOW.minusSeconds(150))))
                .hasValueSatisfying(digest -> assertThat(digest.posts()).containsExactly(newer));
        assertThat(contents(subscriber(new Scope.Everything(), NOW))).isEmpty();
    }

    @Test
    void whoHasChosenAnotherCadenceSinceIsToldNothing() {
        open();
        var weeklyNow = anActiveSubscriber(new Preferences(
                new Scope.Everything(), new Cadence.Digest(new DigestSchedule(null, 8, null)), null, List.of()));

        assertThat(contents(weeklyNow)).isEmpty();
        assertThat(contents(anActiveSubscriber())).isEmpty();
    }

    @Test
    void whatWasMailedAtOnceBecauseOfAWatchedWordIsNotToldAgain() {
        open();
        mailed = Set.of(single.id());
        var term = WatchTerm.parse("kit").orElseThrow();
        var watching = anActiveSubscriber(
                new Preferences(new Scope.Everything(), new Cadence.Digest(DAILY), null, List.of(term)));

        assertThat(contents(watching).orElseThrow().posts()).containsExactly(newer, weekly);
        assertThat(contents(subscriber(new Scope.Everything(), null))
                        .orElseThrow()
                        .posts())
                .contains(single);
    }

    @Test
    void aRunThatIsNotStoredTellsNothing() {
        assertThat(contents(subscriber(new Scope.Everything(), null))).isEmpty();
    }

    private void open() {
        var ids = List.of(weekly, single, newer).stream().map(DigestedPost::id).toList();
        var run = new DigestRun(ID, DAILY, NOW.minusSeconds(86_400), NOW, ids, DigestRun.State.PLANNED, 1, NOW);
        assertThat(runs.open(run).block(TIMEOUT)).isEqualTo(run);
    }

    private Optional<Digest> contents(Active subscriber) {
        return new DigestContents(runs, posts, (id, some) -> Mono.just(mailed))
                .of(ID, subscriber)
                .blockOptional(TIMEOUT);
    }

    private static Active subscriber(Scope scope, @Nullable Instant since) {
        return anActiveSubscriber(new Preferences(scope, new Cadence.Digest(DAILY), since, List.of()));
    }

    private DigestedPost listed(DigestedPost post) {
        assertThat(post.id()).isNotEqualTo(new UUID(0, 0));
        posts.list(post, post.publishedAt()).block(TIMEOUT);
        return post;
    }
}
