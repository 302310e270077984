package org.vedette.notification.webhooks.receivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTests {

    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void anAddressThatIsNotOfThePublicInternetIsRefused(String literal) throws Exception {
        assertThat(rules.refusal(InetAddress.getByName(literal))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "::ffff:1.1.1.1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1"
            })
    void aPublicAddressIsAllowed(String literal) throws Exception {
        assertThat(rules.refusal(InetAddress.getByName(literal))).isEmpty();
    }

    @Test
    void anAllowedRangeIsAnExceptionForItsAddressesAlone() throws Exception {
        var exceptions = new AddressRules(List.of(IpRange.parse("10.20.0.0/15"), IpRange.parse("fd00:1::/32")));

        assertThat(exceptions.refusal(InetAddress.getByName("10.21.255.255"))).isEmpty();
        assertThat(exceptions.refusal(InetAddress.getByName("::ffff:10.20.0.1")))
                .isEmpty();
        assertThat(exceptions.refusal(InetAddress.getByName("fd00:1:2::3"))).isEmpty();
        assertThat(exceptions.refusal(InetAddress.getByName("10.22.0.0"))).isPresent();
        assertThat(exceptions.refusal(InetAddress.getByName("fd00:2::"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "localhost/8", "fd00::/129", "10.0.0/8/8", "a.b/8"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpRange.parse(text));
    }

    @Test
    void aRangeOfAllAddressesContainsEachOfItsFamily() throws Exception {
        assertThat(IpRange.parse("0.0.0.0/0").contains(InetAddress.getByName("255.1.2.3")))
                .isTrue();
        assertThat(IpRange.parse("0.0.0.0/0").contains(InetAddress.getByName("2606::1")))
                .isFalse();
        assertThat(IpRange.parse("192.0.2.128/25").contains(InetAddress.getByName("192.0.2.255")))
                .isTrue();
        assertThat(IpRange.parse("192.0.2.128/25").contains(InetAddress.getByName("192.0.2.127")))
                .isFalse();
    }
}
