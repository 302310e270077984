package org.vedette.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vedette.gateway.clients.ClientAddress;

class RequestLimitsTests {

    private static final ClientAddress ADA = client("198.51.100.1");
    private static final ClientAddress BOB = client("198.51.100.2");

    private final AtomicLong nanos = new AtomicLong();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RequestLimits limits = limits(Map.of());

    @Test
    void aBurstIsAllowedAndThenTheRate() {
        var burst = allowed(ADA, RouteGroup.SEARCH, 100);
        pass(Duration.ofMillis(500));

        assertThat(burst).isEqualTo(30);
        assertThat(allowed(ADA, RouteGroup.SEARCH, 100)).isEqualTo(5);
    }

    @Test
    void ordinaryReadingOfManyPeopleBehindOneAddressIsAllowed() {
        var allowed = 0;
        for (var second = 0; second < 60; second++) {
            allowed += allowed(ADA, RouteGroup.READING, 50);
            pass(Duration.ofSeconds(1));
        }

        assertThat(allowed).isEqualTo(3_000);
    }

    @Test
    void groupsAndClientsHaveLimitsOfTheirOwn() {
        exhaust(ADA, RouteGroup.SEARCH);

        assertThat(allowed(ADA, RouteGroup.WRITE, 1)).isEqualTo(1);
        assertThat(allowed(BOB, RouteGroup.SEARCH, 1)).isEqualTo(1);
    }

    @Test
    void addressesOfOneIpv6NetworkShareALimit() {
        exhaust(client("2001:db8::1"), RouteGroup.SIGN_UP);

        assertThat(allowed(client("2001:db8::2"), RouteGroup.SIGN_UP, 1)).isZero();
        assertThat(allowed(client("2001:db8:0:1::2"), RouteGroup.SIGN_UP, 1)).isEqualTo(1);
    }

    @Test
    void theHeaderFieldsSayWhatIsLeft() {
        var first = Objects.requireNonNull(limits.count(ADA, RouteGroup.SEARCH));

        assertThat(first.policyHeader() + " " + first.stateHeader())
                .isEqualTo("\"search\";q=30;w=3 \"search\";r=29;t=1");
    }

    @Test
    void aRejectionSaysWhenTheNextRequestIsAllowed() {
        exhaust(ADA, RouteGroup.SIGN_UP);

        var rejected = Objects.requireNonNull(limits.count(ADA, RouteGroup.SIGN_UP));

        assertThat(rejected.retryAfterSeconds()).isEqualTo(5);
        assertThat(rejected.stateHeader()).isEqualTo("\"sign-up\";r=0;t=60");
    }

    @Test
    void subscriptionsOfAllClientsHaveALimitTogether() {
        var few = limits(Map.of("all-sign-ups.burst", "3", "all-sign-ups.requests", "1"));
        for (var number = 1; number <= 3; number++) {
            assertThat(few.count(client("198.51.100." + number), RouteGroup.SIGN_UP))
                    .matches(Consumption::allowed);
        }

        var rejected = Objects.requireNonNull(few.count(client("198.51.100.4"), RouteGroup.SIGN_UP));

        assertThat(rejected.allowed()).isFalse();
        assertThat(rejected.policyHeader()).isEqualTo("\"all-sign-ups\";q=3;w=3");
    }

    @Test
    void tokensAreLookedAtUntilTooManyFailed() {
        for (var failures = 0; failures < 30; failures++) {
            assertThat(limits.tooManyTokenFailures(ADA)).isNull();
            limits.countTokenFailure(ADA);
        }

        assertThat(Objects.requireNonNull(limits.tooManyTokenFailures(ADA)).retryAfterSeconds())
                .isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(limits.tooManyTokenFailures(ADA)).isNull();
    }

    @Test
    void outcomesAreCountedWithoutTheClient() {
        exhaust(ADA, RouteGroup.SEARCH);

        assertThat(meters.get("vedette.gateway.limits.requests")
                        .tag("group", "search")
                        .tag("outcome", "rejected")
                        .counter()
                        .count())
                .isEqualTo(970);
        assertThat(meters.get("vedette.gateway.limits.requests").meters())
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTags()).extracting("key").containsExactly("group", "outcome"));
    }

    private void exhaust(ClientAddress client, RouteGroup group) {
        assertThat(allowed(client, group, 1_000)).isLessThan(1_000);
    }

    private int allowed(ClientAddress client, RouteGroup group, int requests) {
        var allowed = 0;
        for (var request = 0; request < requests; request++) {
            var consumption = limits.count(client, group);
            allowed += consumption == null || consumption.allowed() ? 1 : 0;
        }
        return allowed;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private RequestLimits limits(Map<String, String> settings) {
        var properties =
                new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", LimitsProperties.class);
        return new RequestLimits(
                properties,
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return nanos.get();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                },
                meters);
    }

    private static ClientAddress client(String address) {
        try {
            return ClientAddress.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
