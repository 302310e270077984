package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.aSuppressedSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        var active = pending.confirm(THEN);

        assertThat(get(subscribers().replace(active))).isTrue();
        assertThat(get(subscribers().with(pending.id()))).isEqualTo(active);
    }

    @Test
    void aChangeOfSomethingThatHasChangedSinceIsRefused() {
        var pending = aPendingSubscriber();
        add(pending);
        replace(pending.unsubscribe(THEN));

        assertThat(get(subscribers().replace(pending.confirm(THEN)))).isFalse();
    }

    @Test
    void theAudienceConsistsOfAllActiveSubscribers() {
        var active = List.of(anActiveSubscriber(), anActiveSubscriber());
        var others = List.of(aPendingSubscriber(), anUnsubscribedSubscriber(), aSuppressedSubscriber());
        Stream.concat(active.stream(), others.stream()).forEach(this::add);

        var audience = get(subscribers().active().collectList());

        assertThat(audience)
                .contains(active.get(0).id(), active.get(1).id())
                .doesNotContainAnyElementsOf(others.stream().map(Subscriber::id).toList());
    }

    static Stream<Subscriber> inEveryState() {
        return Stream.of(
                aPendingSubscriber(), anActiveSubscriber(), anUnsubscribedSubscriber(), aSuppressedSubscriber());
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
