package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.aSuppressedSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.subscribers.Subscribers.Moved;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Subscribers} must do. */
public abstract class SubscribersContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    protected abstract Subscribers subscribers();

    @ParameterizedTest
    @MethodSource("inEveryState")
    void aSubscriberComesBackAsItWasAdded(Subscriber subscriber) {
        assertThat(get(subscribers().add(subscriber))).isTrue();

        assertThat(get(subscribers().with(subscriber.id()))).isEqualTo(subscriber);
    }

    @Test
    void aSubscriberIsFoundWhateverTheCaseOfTheAddress() {
        var subscriber = aPendingSubscriber();
        add(subscriber);

        var shouted = EmailAddress.parse(subscriber.address().value().replace("ada", "ADA"));

        assertThat(get(subscribers().with(shouted.orElseThrow()))).isEqualTo(subscriber);
    }

    @Test
    void anAddressIsAddedOnce() {
        var first = aPendingSubscriber();
        add(first);

        var second = aPendingSubscriber(first.address().value().replace("ada", "Ada"));

        assertThat(get(subscribers().add(second))).isFalse();
    }

    @Test
    void anAddressIsAddedOnceByConcurrentRequests() {
        var address = aPendingSubscriber().address().value();

        var results = Flux.range(0, 20)
                .flatMap(attempt -> subscribers().add(aPendingSubscriber(address)), 20)
                .collectList();

        assertThat(get(results)).containsOnlyOnce(true);
    }

    @Test
    void theNextRevisionReplacesTheOneBefore() {
        var pending = aPendingSubscriber();
        add(pending);
        var active = pending.confirm(null, THEN);

        assertThat(get(subscribers().replace(active))).isTrue();
        assertThat(get(subscribers().with(pending.id()))).isEqualTo(active);
    }

    @Test
    void aChangeOfSomethingThatHasChangedSinceIsRefused() {
        var pending = aPendingSubscriber();
        add(pending);
        replace(pending.unsubscribe(THEN));

        assertThat(get(subscribers().replace(pending.confirm(null, THEN)))).isFalse();
    }

    @Test
    void preferencesConsentAndAChangeOfAddressComeBackAsTheyWereStored() {
        var schedule = new DigestSchedule(DayOfWeek.FRIDAY, 16, ZoneId.of("Europe/Vienna"));
        var scope = new Scope.Chosen(List.of("weekly"), List.of("malware", "phishing"));
        var terms = List.of(new WatchTerm("evil.example"));
        var preferences = new Preferences(scope, new Cadence.Digest(schedule), THEN, terms);
        var consent = new Consent(THEN, "192.0.2.1", "We send you mail.", "1", "2001:db8::1");
        var change = new AddressChange(new EmailAddress("new@example.org"), THEN, true, false);
        var active = anActiveSubscriber().with(new Profile(preferences, consent, change));
        add(active);

        assertThat(get(subscribers().with(active.id()))).isEqualTo(active);
    }

    @Test
    void howASubscriptionEndedBeforeComesBackAsItWasStored() {
        var again = aSuppressedSubscriber().subscribe(null, THEN);
        add(again);

        assertThat(get(subscribers().with(again.id()))).isEqualTo(again);
    }

    @Test
    void whoWantsAPostIsFoundByScopeOrBySomethingThatIsWatchedFor() {
        var series = "series-" + UUID.randomUUID();
        var tag = "tag-" + UUID.randomUUID();
        var word = "word-" + UUID.randomUUID();
        var everything = active(new Scope.Everything(), new Cadence.Immediate());
        var bySeries = active(new Scope.Chosen(List.of(series, "other"), List.of()), new Cadence.Immediate());
        var byBoth = active(new Scope.Chosen(List.of(series), List.of(tag)), new Cadence.Immediate(), word);
        var byWord = active(new Scope.Everything(), weekly(), word, "other");
        var digest = active(new Scope.Everything(), weekly());
        var another = active(new Scope.Chosen(List.of(), List.of("another")), new Cadence.Immediate(), "another");

        var audience = get(subscribers()
                .wanting(new PostTopics(series, Set.of(tag), Set.of(word, "unrelated")))
                .collectList());

        assertThat(audience)
                .contains(everything.id(), bySeries.id(), byBoth.id(), byWord.id())
                .doesNotContain(digest.id(), another.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoGetsADigestIsFoundByItsSchedule() {
        var weekly = active(new Scope.Everything(), weekly());
        var daily = active(new Scope.Everything(), new Cadence.Digest(new DigestSchedule(null, 3, null)));
        var atOnce = anActiveSubscriber();
        add(atOnce);

        assertThat(get(subscribers()
                        .by(new DigestSchedule(DayOfWeek.SUNDAY, 3, null))
                        .collectList()))
                .contains(weekly.id())
                .doesNotContain(daily.id(), atOnce.id());
    }

    @Test
    void whoHasLeftIsNotFoundByAnything() {
        var active = active(new Scope.Everything(), new Cadence.Immediate(), "word");
        replace(active.unsubscribe(THEN));

        assertThat(get(subscribers()
                        .wanting(new PostTopics(null, Set.of(), Set.of("word")))
                        .collectList()))
                .doesNotContain(active.id());
    }

    @Test
    void aSubscriberWhoMovedIsFoundByTheNewAddressOnly() {
        var active = anActiveSubscriber();
        add(active);
        var moved = active.movedTo(new EmailAddress("new-" + UUID.randomUUID() + "@example.org"));

        assertThat(get(subscribers().move(moved))).isEqualTo(Moved.MOVED);
        assertThat(get(subscribers().with(moved.address()))).isEqualTo(moved);
        assertThat(subscribers().with(active.address()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void nobodyMovesToAnAddressThatIsTaken() {
        var active = anActiveSubscriber();
        var other = anActiveSubscriber();
        add(active);
        add(other);

        assertThat(get(subscribers().move(active.movedTo(other.address())))).isEqualTo(Moved.TAKEN);
        assertThat(get(subscribers().with(active.id()))).isEqualTo(active);
    }

    @Test
    void aMoveOfSomethingThatHasChangedSinceIsRefused() {
        var active = anActiveSubscriber();
        add(active);
        replace(active.unsubscribe(THEN));
        var moved = active.movedTo(new EmailAddress("new-" + UUID.randomUUID() + "@example.org"));

        assertThat(get(subscribers().move(moved))).isEqualTo(Moved.CHANGED_SINCE);
    }

    @Test
    void thePendingOnesAreStreamed() {
        var pending = aPendingSubscriber();
        add(pending);
        add(anActiveSubscriber());

        assertThat(get(subscribers().pending().collectList())).contains(pending).hasOnlyElementsOfType(Pending.class);
    }

    @Test
    void aRemovedSubscriberIsForgotten() {
        var pending = aPendingSubscriber();
        add(pending);

        assertThat(get(subscribers().remove(pending))).isTrue();
        assertThat(subscribers().with(pending.id()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aSubscriberWhoHasChangedSinceIsNotRemoved() {
        var pending = aPendingSubscriber();
        add(pending);
        replace(pending.confirm(null, THEN));

        assertThat(get(subscribers().remove(pending))).isFalse();
    }

    @Test
    void theAudienceOfAPostConsistsOfActiveSubscribers() {
        var active = List.of(anActiveSubscriber(), anActiveSubscriber());
        var others = List.of(aPendingSubscriber(), anUnsubscribedSubscriber(), aSuppressedSubscriber());
        Stream.concat(active.stream(), others.stream()).forEach(this::add);

        var audience = get(subscribers().wanting(PostTopics.of(null, List.of())).collectList());

        assertThat(audience)
                .contains(active.get(0).id(), active.get(1).id())
                .doesNotContainAnyElementsOf(others.stream().map(Subscriber::id).toList());
    }

    static Stream<Subscriber> inEveryState() {
        return Stream.of(
                aPendingSubscriber(),
                anActiveSubscriber(),
                anUnsubscribedSubscriber(),
                aSuppressedSubscriber(),
                aSuppressedSubscriber().subscribe(null, THEN),
                anUnsubscribedSubscriber().subscribe(null, THEN));
    }

    private Active active(Scope scope, Cadence cadence, String... words) {
        var terms = Stream.of(words).map(WatchTerm::new).toList();
        var active = anActiveSubscriber(new Preferences(scope, cadence, null, terms));
        add(active);
        return active;
    }

    private static Cadence weekly() {
        return new Cadence.Digest(new DigestSchedule(DayOfWeek.SUNDAY, 3, null));
    }

    private void add(Subscriber subscriber) {
        assertThat(get(subscribers().add(subscriber))).isTrue();
    }

    private void replace(Subscriber next) {
        assertThat(get(subscribers().replace(next))).isTrue();
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
