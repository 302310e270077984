package org.vedette.notification.delivery.returnpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.LinkKey;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;

class ReturnPathTests {

    private static final String DELIVERY = "digest-mon-07-site-20261130t0700.1b4e28ba-2fa1-11d2-883f-0016d3cca427";
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final ReturnPath returnPath = with("one key of thirty-two characters");
    private final SubscriberId subscriber = new SubscriberId(UUID.randomUUID());

    @RepeatedTest(50)
    void aReturnPathNamesTheSubscriberTheDeliveryAndTheAddress() {
        var token = returnPath.read(address()).orElseThrow();

        assertThat(token.subscriber()).isEqualTo(subscriber);
        assertThat(token.names(DELIVERY)).isTrue();
        assertThat(token.names(DELIVERY + "x")).isFalse();
        assertThat(token.isFor(new EmailAddress("ADA@example.org"))).isTrue();
        assertThat(token.isFor(new EmailAddress("bob@example.org"))).isFalse();
    }

    @Test
    void itsLocalPartIsAsLongAsMailServersTake() {
        assertThat(address().indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(new EmailAddress(address()).value()).isEqualTo(address());
    }

    @Test
    void itIsReadWhateverAMailServerMakesOfItsCase() {
        assertThat(returnPath.read(address().toUpperCase(Locale.ROOT))).isPresent();
    }

    @Test
    void aTokenWithAnyOtherCharacterIsForged() {
        var address = address();

        assertThat(IntStream.range("bounces+".length(), address.indexOf('@')))
                .allSatisfy(
                        at -> assertThat(returnPath.read(changed(address, at))).isEmpty());
    }

    @Test
    void aTokenOfAnotherKeyIsForged() {
        assertThat(with("another key of thirty-two letters").read(address())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "bounces@blog.example",
                "bounces+@blog.example",
                "bounces+x@blog.example",
                "bounces+vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv@blog.example",
                "bounces+00000000000000000000000000000000000000000000000000@blog.example",
                "bounces+------------------------------------------------@blog.example",
                "bounces+\u0661\u0661\u0661\u0661\u0661\u0661@blog.example",
            })
    void whatIsNoTokenNamesNothing(String address) {
        assertThat(returnPath.read(address)).isEmpty();
    }

    @Test
    void withoutAReturnPathThereIsNoAddressOfItsOwn() {
        var none = ReturnPath.of(" ", new LinkKey("one key of thirty-two characters"));

        assertThat(none.address(DELIVERY, subscriber, ADA)).isEmpty();
        assertThat(none.read(address())).isEmpty();
        assertThat(none.covers(address())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounces", "@blog.example", "a+b@blog.example", "fourteen-signs@blog.example", "a@-"})
    void anAddressThatHasNoRoomForATokenIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReturnPath.of(address, new LinkKey("one key of thirty-two characters")))
                .withMessageContaining("VEDETTE_BOUNCES_RETURNPATH");
    }

    private String address() {
        return returnPath.address(DELIVERY, subscriber, ADA).orElseThrow();
    }

    private static ReturnPath with(String key) {
        return ReturnPath.of("Bounces@blog.example", new LinkKey(key));
    }

    private static String changed(String address, int at) {
        var other = address.charAt(at) == '0' ? '1' : '0';
        return address.substring(0, at) + other + address.substring(at + 1);
    }
}
