package org.vedette.notification.webhooks.receivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example/hook?token=a%20b, receiver.example, 443",
        "HTTPS://Receiver.EXAMPLE:8443/Hook, receiver.example, 8443",
        "https://192.0.2.1/, 192.0.2.1, 443",
        "'https://[2001:db8::1]:444/x', 2001:db8::1, 444",
        "https://bücher.example/, xn--bcher-kva.example, 443",
        "https://１９２.0.2.1/, 192.0.2.1, 443"
    })
    void anAddressHasAHostInAsciiAndAPort(String typed, String host, int port) {
        var address = ReceiverAddress.parse(typed, false);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    @Test
    void aHostThatLooksLikeAnotherOneIsShownInAscii() {
        assertThat(ReceiverAddress.parse("https://hooks.ѕlack.com/x", false).masked())
                .startsWith("https://hooks.xn--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "receiver.example",
                "ftp://receiver.example/",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://user:pass@receiver.example/",
                "https://user@receiver.example/",
                "https://receiver.example@127.0.0.1/",
                "https://receiver.example:0/",
                "https://receiver.example:65536/",
                "https://receiver.example:1e3/",
                "https://receiver.example/#fragment",
                "https://receiver.example/a b",
                "https://receiver.example\\@127.0.0.1/",
                "https://receiver.example/\r\nHost: other",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.1./",
                "https://127.0.0.01/",
                "https://256.0.0.1/",
                "https://[::1/",
                "https://[v1.x]/",
                "https://[fe80::1%25eth0]/",
                "https://-receiver.example/",
                "https://receiver..example-/",
                "https://☃☃.☃/"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatExceptionOfType(InvalidReceiverException.class)
                .isThrownBy(() -> ReceiverAddress.parse(typed, true))
                .withMessageMatching("(is|has|must) .+");
    }

    @Test
    void anAddressWithoutTlsNeedsASetting() {
        assertThat(ReceiverAddress.parse("http://receiver.example/", true).port())
                .isEqualTo(80);
        assertThatExceptionOfType(InvalidReceiverException.class)
                .isThrownBy(() -> ReceiverAddress.parse("http://receiver.example/", false))
                .withMessage("must begin with https://");
    }

    @Test
    void anAddressIsShownWithoutWhatMayBeSecret() {
        var address = ReceiverAddress.parse("https://hooks.slack.com/services/T0/B0/abcdefgh12345", false);

        assertThat(address.masked()).isEqualTo("https://hooks.slack.com/…2345");
        assertThat(address).hasToString(address.masked());
        assertThat(ReceiverAddress.parse("https://receiver.example/hook", false).masked())
                .isEqualTo("https://receiver.example/…");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/services/T0/B0/x, SLACK",
        "https://hooks.slack.com.evil.example/services/T0/B0/x, WEBHOOK",
        "https://hooks.ѕlack.com/services/T0/B0/x, WEBHOOK",
        "https://discord.com/api/webhooks/1/x, DISCORD",
        "https://canary.discord.com/api/webhooks/1/x, DISCORD",
        "https://evildiscord.com/api/webhooks/1/x, WEBHOOK",
        "https://prod-1.westeurope.logic.azure.com:443/workflows/x/triggers/manual/paths/invoke?sig=y, TEAMS",
        "https://chat.example/hooks/abcdefghijklmnopqrstuvwxyz, MATTERMOST",
        "https://receiver.example/hooks/short, WEBHOOK"
    })
    void aChatIsRecognizedByItsAddress(String typed, ReceiverKind kind) {
        assertThat(ReceiverKind.recognize(ReceiverAddress.parse(typed, false))).isEqualTo(kind);
    }
}
