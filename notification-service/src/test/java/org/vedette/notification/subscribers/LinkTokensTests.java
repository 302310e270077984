package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anId;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.LinkKey;

class LinkTokensTests {

    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final Pending subscriber = aPendingSubscriber();

    @Test
    void aConfirmationTokenCarriesSubscriberAndTimeOfTheRequest() {
        var token = tokens.confirmation(subscriber, THEN);

        assertThat(tokens.readConfirmation(token))
                .contains(new LinkTokens.ConfirmationToken(subscriber.id(), subscriber.generation(), THEN));
    }

    @Test
    void anUnsubscribeTokenCarriesTheSubscriber() {
        var token = tokens.unsubscribe(subscriber.id());

        assertThat(tokens.readUnsubscribe(token)).contains(subscriber.id());
    }

    @Test
    void anUnsubscribeTokenNeverChanges() {
        var again = new LinkTokens(new LinkKey("one key of thirty-two characters"));

        assertThat(again.unsubscribe(subscriber.id())).isEqualTo(tokens.unsubscribe(subscriber.id()));
    }

    @Test
    void aTokenIsRefusedForAnotherPurpose() {
        assertThat(tokens.readConfirmation(tokens.unsubscribe(subscriber.id()))).isEmpty();
        assertThat(tokens.readUnsubscribe(tokens.confirmation(subscriber, THEN)))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        var others = new LinkTokens(new LinkKey("another key of thirty-two messages"));

        assertThat(tokens.readUnsubscribe(others.unsubscribe(subscriber.id()))).isEmpty();
    }

    @Test
    void aTokenWithOneCharacterChangedIsRefused() {
        var token = tokens.unsubscribe(anId());

        var tampered = IntStream.range(0, token.length() - 1).mapToObj(at -> withAnotherCharacter(token, at));

        assertThat(tampered)
                .allSatisfy(
                        changed -> assertThat(tokens.readUnsubscribe(changed)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "....", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä"})
    void aMalformedTokenIsRefused(String nonsense) {
        assertThat(tokens.readConfirmation(nonsense)).isEmpty();
        assertThat(tokens.readUnsubscribe(nonsense)).isEmpty();
    }

    private static String withAnotherCharacter(String token, int at) {
        var other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
