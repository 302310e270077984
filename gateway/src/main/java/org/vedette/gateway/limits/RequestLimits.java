package org.vedette.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vedette.gateway.clients.ClientAddress;

/** The token buckets of the clients, in memory. A client that has been forgotten begins with full ones. */
@Component
@EnableConfigurationProperties(LimitsProperties.class)
class RequestLimits {

    private static final String ALL_SIGN_UPS = "all-sign-ups";

    private final Cache<Key, Bucket> buckets;
    private final Map<RouteGroup, Allowance> allowances = new EnumMap<>(RouteGroup.class);
    private final Map<RouteGroup, Counter> allowed = new EnumMap<>(RouteGroup.class);
    private final Map<RouteGroup, Counter> rejected = new EnumMap<>(RouteGroup.class);
    private final Allowance allSignUps;
    private final Bucket allSignUpsBucket;
    private final TimeMeter time;
    private final boolean enabled;

    RequestLimits(LimitsProperties properties, TimeMeter time, MeterRegistry meters) {
        this.buckets =
                Caffeine.newBuilder().maximumSize(properties.maxBuckets()).build();
        this.allSignUps = properties.ofAllSignUps();
        this.allSignUpsBucket = allSignUps.bucket(time);
        this.time = time;
        this.enabled = properties.enabled();
        for (var group : RouteGroup.values()) {
            allowances.put(group, properties.of(group).checked(time));
            allowed.put(group, counter(group, "allowed", meters));
            rejected.put(group, counter(group, "rejected", meters));
        }
    }

    private static Counter counter(RouteGroup group, String outcome, MeterRegistry meters) {
        return Counter.builder("vedette.gateway.limits.requests")
                .description("Requests that were counted against a limit")
                .tag("group", group.tag())
                .tag("outcome", outcome)
                .register(meters);
    }

    boolean enabled() {
        return enabled;
    }

    /** Counts a request against the limit of its group; null when it is allowed and nothing has to be said about it. */
    @Nullable
    Consumption count(ClientAddress client, RouteGroup group) {
        if (tryCount(client, group)) {
            return null;
        }
        var consumption = consumption(group, bucket(client, group).tryConsumeAndReturnRemaining(1));
        return counted(group, group == RouteGroup.SIGN_UP && consumption.allowed() ? ofAll(consumption) : consumption);
    }

    /** Counts a request that is allowed and that nothing has to be said about; false, and not counted, when it is another. */
    boolean tryCount(ClientAddress client, RouteGroup group) {
        if (group.hasFields() || !bucket(client, group).tryConsume(1)) {
            return false;
        }
        Objects.requireNonNull(allowed.get(group)).increment();
        return true;
    }

    /** Null as long as tokens of the client are looked at. */
    @Nullable
    Consumption tooManyTokenFailures(ClientAddress client) {
        var probe = bucket(client, RouteGroup.TOKEN_FAILURES).estimateAbilityToConsume(1);
        if (probe.canBeConsumed()) {
            return null;
        }
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return counted(RouteGroup.TOKEN_FAILURES, consumption(RouteGroup.TOKEN_FAILURES, false, 0, wait, wait));
    }

    /** Counts an invalid token. */
    void countTokenFailure(ClientAddress client) {
        if (bucket(client, RouteGroup.TOKEN_FAILURES).tryConsume(1)) {
            Objects.requireNonNull(allowed.get(RouteGroup.TOKEN_FAILURES)).increment();
        }
    }

    private Consumption ofAll(Consumption ofClient) {
        var probe = allSignUpsBucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? ofClient
                : new Consumption(
                        ALL_SIGN_UPS,
                        "subscriptions of all readers together",
                        allSignUps,
                        false,
                        0,
                        Duration.ofNanos(probe.getNanosToWaitForRefill()),
                        Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Consumption counted(RouteGroup group, Consumption consumption) {
        Objects.requireNonNull((consumption.allowed() ? allowed : rejected).get(group))
                .increment();
        return consumption;
    }

    private Consumption consumption(RouteGroup group, ConsumptionProbe probe) {
        return consumption(
                group,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Consumption consumption(
            RouteGroup group, boolean consumed, long remaining, Duration untilNext, Duration untilFull) {
        var allowance = Objects.requireNonNull(allowances.get(group));
        return new Consumption(group.tag(), group.subject(), allowance, consumed, remaining, untilNext, untilFull);
    }

    private Bucket bucket(ClientAddress client, RouteGroup group) {
        return buckets.get(new Key(client.network(), group), this::full);
    }

    private Bucket full(Key key) {
        return Objects.requireNonNull(allowances.get(key.group)).bucket(time);
    }

    private record Key(String network, RouteGroup group) {}
}
