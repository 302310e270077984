package org.vedette.notification.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OwnDataServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final DeliveryHistory.Mail MAIL =
            new DeliveryHistory.Mail("a.b", "a", "sent", Instant.parse("2026-11-20T10:00:00Z"), 1, "250 ok");

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final List<Instant> mails = new CopyOnWriteArrayList<>();
    private final List<SubscriberId> forgotten = new CopyOnWriteArrayList<>();
    private final ErasedAddresses erased = new InMemoryErasedAddresses();
    private final OwnDataService service = new OwnDataService(
            subscribers,
            tokens,
            (mail, id, at) -> Mono.fromRunnable(() -> mails.add(at)),
            history(),
            new Erasure(subscribers, history(), erased, Journal.NONE, clock),
            clock);
    private final Active ada = anActiveSubscriber();

    @BeforeEach
    void addAda() {
        assertThat(subscribers.add(ada).block(TIMEOUT)).isTrue();
    }

    @Test
    void theLinkIsMailedOnceAnHour() {
        assertThat(requestLink()).isTrue();
        clock.advance(Duration.ofMinutes(59));
        assertThat(requestLink()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(requestLink()).isTrue();

        assertThat(mails.stream().distinct()).hasSize(2);
    }

    @Test
    void theMailedLinkShowsEverything() {
        assertThat(service.export(mailedToken()).block(TIMEOUT))
                .isEqualTo(new OwnDataService.OwnData(ada, List.of(MAIL)));
    }

    @Test
    void theMailedLinkErasesEverything() {
        assertThat(service.erase(mailedToken()).block(TIMEOUT)).isTrue();

        assertThat(subscribers.with(ada.id()).blockOptional(TIMEOUT)).isEmpty();
        assertThat(forgotten).containsExactly(ada.id());
    }

    @Test
    void anErasedAddressIsRememberedForImports() {
        assertThat(service.erase(mailedToken()).block(TIMEOUT)).isTrue();

        assertThat(erased.contains(ada.address()).block(TIMEOUT)).isTrue();
    }

    @Test
    void theLinkIsVoidAsSoonAsTheAddressHasChanged() {
        var token = mailedToken();

        var moved = ada.movedTo(new EmailAddress("other-" + ada.address().value()));
        assertThat(subscribers.replace(moved).block(TIMEOUT)).isTrue();

        assertThat(service.export(token).blockOptional(TIMEOUT)).isEmpty();
        assertThat(service.erase(token).block(TIMEOUT)).isFalse();
        assertThat(service.subscriber(tokens.ownData(moved, clock.instant())).blockOptional(TIMEOUT))
                .contains(moved);
    }

    @Test
    void whoChangesMeanwhileIsErasedAsWell() {
        subscribers.overtakeNextChange(ada);

        assertThat(service.erase(mailedToken()).block(TIMEOUT)).isTrue();
        assertThat(subscribers.with(ada.id()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void theLinkWorksForAnHourAtLeastAndForTwoAtMost() {
        clock.advance(Duration.ofMinutes(59));
        var token = mailedToken();

        clock.advance(Duration.ofHours(1));
        assertThat(service.subscriber(token).blockOptional(TIMEOUT)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(service.subscriber(token).blockOptional(TIMEOUT)).isEmpty();
        assertThat(service.erase(token).block(TIMEOUT)).isFalse();
    }

    @Test
    void theLinkInAnAlertIsNotEnough() {
        var token = tokens.unsubscribe(ada.id());

        assertThat(service.export(token).blockOptional(TIMEOUT)).isEmpty();
        assertThat(service.erase(token).block(TIMEOUT)).isFalse();
        assertThat(subscribers.with(ada.id()).blockOptional(TIMEOUT)).isPresent();
    }

    @Test
    void nobodyIsMailedForATokenThatSomebodyMadeUp() {
        assertThat(service.requestLink("AAAA").block(TIMEOUT)).isFalse();
        assertThat(mails).isEmpty();
    }

    private boolean requestLink() {
        return service.requestLink(tokens.unsubscribe(ada.id()))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private String mailedToken() {
        assertThat(requestLink()).isTrue();
        return tokens.ownData(ada, mails.get(mails.size() - 1));
    }

    private DeliveryHistory history() {
        return new DeliveryHistory() {
            @Override
            public Flux<Mail> of(SubscriberId subscriber) {
                return Flux.just(MAIL);
            }

            @Override
            public Mono<Void> forget(Subscriber subscriber) {
                return Mono.fromRunnable(() -> forgotten.add(subscriber.id()));
            }
        };
    }
}
