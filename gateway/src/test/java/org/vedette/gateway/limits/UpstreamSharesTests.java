package org.vedette.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vedette.gateway.clients.ClientAddress;

class UpstreamSharesTests {

    private static final ClientAddress ADA = client("198.51.100.1");
    private static final ClientAddress BOB = client("198.51.100.2");

    @Test
    void aClientGetsItsShareAndNoMore() {
        var shares = shares(Map.of("upstream-requests", "2"));

        assertThat(shares.tryAcquire(ADA)).isTrue();
        assertThat(shares.tryAcquire(ADA)).isTrue();
        assertThat(shares.tryAcquire(ADA)).isFalse();
        assertThat(shares.tryAcquire(BOB)).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var shares = shares(Map.of("upstream-requests", "1"));
        for (var round = 0; round < 3; round++) {
            assertThat(shares.tryAcquire(ADA)).isTrue();
            assertThat(shares.tryAcquire(ADA)).isFalse();

            shares.release(ADA);
        }
    }

    @Test
    void withoutLimitsThereIsNoShare() {
        var shares = shares(Map.of("upstream-requests", "1", "enabled", "false"));

        assertThat(shares.tryAcquire(ADA)).isTrue();
        assertThat(shares.tryAcquire(ADA)).isTrue();
    }

    private static UpstreamShares shares(Map<String, String> settings) {
        return new UpstreamShares(
                new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", LimitsProperties.class));
    }

    private static ClientAddress client(String address) {
        try {
            return ClientAddress.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
