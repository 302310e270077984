package org.vedette.gateway.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class ClientResolverTests {

    private static final List<String> PROXIES = List.of("10.0.0.0/8", "2001:db8:f::/48", "192.0.2.99");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # connection      | X-Forwarded-For                         | client
                    203.0.113.7       | 198.51.100.1                            | 203.0.113.7
                    203.0.113.7       | 10.1.1.1                                | 203.0.113.7
                    10.1.2.3          | ''                                      | 10.1.2.3
                    10.1.2.3          | 198.51.100.1                            | 198.51.100.1
                    10.1.2.3          | 198.51.100.66, 198.51.100.1             | 198.51.100.1
                    10.1.2.3          | 198.51.100.1, 10.9.9.9, 2001:db8:f::1   | 198.51.100.1
                    10.1.2.3          | 198.51.100.1:4711                       | 198.51.100.1
                    10.1.2.3          | [2001:db8::5]:4711                      | 2001:db8::5
                    10.1.2.3          | [2001:db8::5]                           | 2001:db8::5
                    10.1.2.3          | 2001:DB8:0::5                           | 2001:db8::5
                    10.1.2.3          | ::ffff:198.51.100.1                     | 198.51.100.1
                    10.1.2.3          | 198.51.100.1, unknown                   | 10.1.2.3
                    10.1.2.3          | 198.51.100.1, unknown, 10.7.7.7         | 10.7.7.7
                    10.1.2.3          | localhost                               | 10.1.2.3
                    10.1.2.3          | 10.5.5.5, 10.6.6.6                      | 10.5.5.5
                    192.0.2.99        | 198.51.100.1                            | 198.51.100.1
                    192.0.2.98        | 198.51.100.1                            | 192.0.2.98
                    2001:db8:f:1::2   | 198.51.100.1                            | 198.51.100.1
                    2001:db8:e:1::2   | 198.51.100.1                            | 2001:db8:e:1::2
                    """)
    void theLastAddressThatIsNotTrustedIsTheClient(String connection, String forwarded, String client) {
        assertThat(resolve(ForwardedField.X_FORWARDED_FOR, connection, forwarded)
                        .address())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # Forwarded                                                       | client
                    for=198.51.100.1                                                  | 198.51.100.1
                    For="198.51.100.1:4711";proto=https                               | 198.51.100.1
                    proto=https; FOR="[2001:db8:cafe::17]:4711" ;by=203.0.113.43      | 2001:db8:cafe::17
                    for=198.51.100.66, for=198.51.100.1                               | 198.51.100.1
                    for=198.51.100.1, for="[2001:db8:f::1]"                           | 198.51.100.1
                    for=unknown                                                       | 10.1.2.3
                    for=_hidden, for=10.7.7.7                                         | 10.7.7.7
                    for="_SEVKISEK:80"                                                | 10.1.2.3
                    proto=https                                                       | 10.1.2.3
                    for=", for=198.51.100.1                                           | 198.51.100.1
                    for="a, for=b", for="198.51.100.1"                                | 198.51.100.1
                    for=2001:db8::1                                                   | 2001:db8::1
                    """)
    void forwardedIsReadAsInRfc7239(String forwarded, String client) {
        assertThat(resolve(ForwardedField.FORWARDED, "10.1.2.3", forwarded).address())
                .isEqualTo(client);
    }

    @Test
    void onlyTheConfiguredFieldCounts() {
        var headers = new HttpHeaders();
        headers.add("Forwarded", "for=198.51.100.66");
        headers.add("X-Forwarded-For", "198.51.100.1");

        assertThat(resolve(ForwardedField.X_FORWARDED_FOR, "10.1.2.3", headers).address())
                .isEqualTo("198.51.100.1");
    }

    @Test
    void linesAreReadInTheirOrder() {
        var headers = new HttpHeaders();
        headers.add("X-Forwarded-For", "198.51.100.66");
        headers.add("X-Forwarded-For", "198.51.100.1, 10.2.2.2");

        assertThat(resolve(ForwardedField.X_FORWARDED_FOR, "10.1.2.3", headers).address())
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64", "198.51.100.1, 198.51.100.1"})
    void addressesOfOneNetworkAreOneClient(String address, String network) {
        assertThat(resolve(ForwardedField.X_FORWARDED_FOR, address, "").network())
                .isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "::/129", "/8"})
    void whatIsNoNetworkPreventsTheStart(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.of(List.of(network)))
                .withMessageContaining("VEDETTE_TRUSTED_PROXIES holds \"" + network + "\"");
    }

    private static ClientAddress resolve(ForwardedField field, String connection, String value) {
        var headers = new HttpHeaders();
        headers.add(field == ForwardedField.FORWARDED ? "Forwarded" : "X-Forwarded-For", value);
        return resolve(field, connection, headers);
    }

    private static ClientAddress resolve(ForwardedField field, String connection, HttpHeaders headers) {
        try {
            return new ClientResolver(new ClientsProperties(PROXIES, field))
                    .resolve(InetAddress.getByName(connection), headers);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
