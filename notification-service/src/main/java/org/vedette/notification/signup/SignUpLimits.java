package org.vedette.notification.signup;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vedette.notification.subscribers.EmailAddress;

/**
 * Limits how many addresses are subscribed by one client, from one network, to one mailbox, at one domain and in total. Each
 * process counts for itself. A request that one of the limits refuses is counted by none.
 */
public final class SignUpLimits {

    /** What a limit is about. */
    public enum Subject {
        CLIENT,
        NETWORK,
        MAILBOX,
        DOMAIN,
        TOTAL
    }

    /**
     * A refused request.
     *
     * @param subject the limit that refused it
     * @param retryAfter when the limit allows the next one
     */
    public record Refusal(Subject subject, Duration retryAfter) {}

    private final Map<Subject, RateCounter> counters;
    private final Clock clock;

    /** Without an entry for a subject there is no limit on it. */
    public SignUpLimits(Map<Subject, RateLimit> limits, Clock clock) {
        this.counters = limits.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, limit -> new RateCounter(limit.getValue())));
        this.clock = clock;
    }

    /** Counts a request; empty when it is allowed. */
    public synchronized Optional<Refusal> admit(ClientNetwork client, EmailAddress address) {
        var now = clock.millis();
        var counted = List.of(
                new Counted(Subject.TOTAL, ""),
                new Counted(Subject.CLIENT, client.client()),
                new Counted(Subject.NETWORK, client.network()),
                new Counted(Subject.DOMAIN, address.domain()),
                new Counted(Subject.MAILBOX, address.mailbox()));
        var refusal = counted.stream()
                .map(each -> refusal(each, now))
                .flatMap(Optional::stream)
                .findFirst();
        if (refusal.isEmpty()) {
            counted.forEach(each -> counter(each).ifPresent(counter -> counter.take(each.key(), now)));
        }
        return refusal;
    }

    private Optional<Refusal> refusal(Counted each, long now) {
        return counter(each)
                .map(counter -> counter.millisToWait(each.key(), now))
                .filter(wait -> wait > 0)
                .map(wait -> new Refusal(each.subject(), Duration.ofMillis(wait)));
    }

    private Optional<RateCounter> counter(Counted each) {
        return Optional.ofNullable(counters.get(each.subject()));
    }

    private record Counted(Subject subject, String key) {}
}
