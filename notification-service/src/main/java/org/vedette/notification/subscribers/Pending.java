package org.vedette.notification.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has asked for a subscription, and not confirmed yet that the address is theirs.
 *
 * @param generation the revision with which this wait for a confirmation began; links of another generation are invalid
 * @param requests when confirmation mails were requested within the last day, newest last; never empty
 */
public record Pending(SubscriberId id, EmailAddress address, long revision, long generation, List<Instant> requests)
        implements Subscriber {

    private static final Duration DAY = Duration.ofDays(1);

    public Pending {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("a pending subscriber has at least one request");
        }
    }

    static Pending first(SubscriberId id, EmailAddress address, Instant now) {
        return new Pending(id, address, 1, 1, List.of(now));
    }

    /** When the newest confirmation mail was requested. */
    public Instant requestedAt() {
        return requests.get(requests.size() - 1);
    }

    /** Requests one more confirmation mail; empty when the limits do not allow it. */
    Optional<Pending> requestAgain(Instant now, ConfirmationLimits limits) {
        var withinADay = requests.stream().filter(now.minus(DAY)::isBefore).toList();
        if (withinADay.size() >= limits.perDay()
                || requestedAt().plus(limits.pause()).isAfter(now)) {
            return Optional.empty();
        }
        var withThisRequest = Stream.concat(withinADay.stream(), Stream.of(now)).toList();
        return Optional.of(new Pending(id, address, revision + 1, generation, withThisRequest));
    }

    Active confirm(Instant now) {
        return new Active(id, address, revision + 1, now);
    }

    Unsubscribed unsubscribe(Instant now) {
        return new Unsubscribed(id, address, revision + 1, now);
    }

    Suppressed suppress(String reason, Instant now) {
        return new Suppressed(id, address, revision + 1, reason, now);
    }
}
