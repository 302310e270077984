package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "a@b.co",
                "Ada.Example+blog@sub.example.co.uk",
                "o'brien@example.ie",
                "x_y-z@xn--bcher-kva.example",
                "123456@example.museum",
                "#$&'*+/=?^_`{}~-@example.org",
            })
    void aCommonAddressIsAccepted(String typed) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@@example.org",
                "ada@example..org",
                "ada@.example.org",
                "ada@-example.org",
                "ada@example.org.",
                "ada@example.123",
                "ada@[192.0.2.1]",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "\"a da\"@example.org",
                "a da@example.org",
                "ada@exam ple.org",
                "ada@example.org,bob@example.org",
                "Ada <ada@example.org>",
                "ada@example.org\r\nBcc: bob@example.org",
                "ada\u0000@example.org",
                "ädä@example.org",
                "ada@example.org\u2028x",
                "relay%example.com@example.org",
                "example.com!ada@example.org",
                "|cat@example.org",
                "-oQ@example.org",
            })
    void nonsenseIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void anAddressThatIsTooLongIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void whitespaceAroundAnAddressIsIgnored() {
        assertThat(EmailAddress.parse("  ada@example.org\n")).contains(new EmailAddress("ada@example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@STRAßE.example, ada@xn--strae-oqa.example",
        "ada@βόλος.example, ada@xn--nxasmm1c.example",
        "ada@例え.example, ada@xn--r8jz45g.example",
    })
    void anInternationalDomainIsKeptInItsAsciiForm(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(kept));
    }

    @Test
    void addressesThatDifferInCaseHaveTheSameKey() {
        var shouted = EmailAddress.parse("Ada@EXAMPLE.org").orElseThrow();

        assertThat(shouted.key()).isEqualTo("ada@example.org");
    }

    @Test
    void anAddressOfAnEarlierVersionIsReadThoughItIsNotAcceptedAnyMore() {
        assertThat(new EmailAddress("relay%example.com@example.org").domain()).isEqualTo("example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "bomb+1@example.org, bomb@example.org",
        "Bomb+a+b@Example.org, bomb@example.org",
        "bomb@example.org, bomb@example.org",
        "+bomb@example.org, +bomb@example.org",
    })
    void whatFollowsAPlusIsTheSameMailbox(String typed, String mailbox) {
        assertThat(EmailAddress.parse(typed).orElseThrow().mailbox()).isEqualTo(mailbox);
    }

    @Test
    void anInvalidAddressCannotBeConstructed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("ada@example.org\nx"));
    }

    @Test
    void aLogDoesNotContainTheLocalPart() {
        assertThat(new EmailAddress("ada@example.org")).hasToString("a…@example.org");
    }

    static String[] tooLong() {
        return new String[] {
            "a".repeat(65) + "@example.org", "ada@" + "a".repeat(64) + ".org", "ada@" + "a.".repeat(130) + "org"
        };
    }
}
