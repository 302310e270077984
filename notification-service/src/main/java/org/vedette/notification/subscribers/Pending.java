package org.vedette.notification.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asked to be told, and has not yet confirmed that the address is theirs.
 *
 * @param generation the revision that began this waiting; a confirmation link of another generation is used up
 * @param requests when confirmation mails were asked for within the last day, newest last; never empty
 */
public record Pending(SubscriberId id, EmailAddress address, long revision, long generation, List<Instant> requests)
        implements Subscriber {

    private static final Duration DAY = Duration.ofDays(1);

    public Pending {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("a pending subscriber has asked at least once");
        }
    }

    static Pending first(SubscriberId id, EmailAddress address, Instant now) {
        return new Pending(id, address, 1, 1, List.of(now));
    }

    /** When the newest confirmation mail was asked for. */
    public Instant requestedAt() {
        return requests.get(requests.size() - 1);
    }

    /** Asks for one more confirmation mail; empty when the address had enough of them. */
    Optional<Pending> askAgain(Instant now, ConfirmationLimits limits) {
        var ofTheDay = requests.stream().filter(now.minus(DAY)::isBefore).toList();
        if (ofTheDay.size() >= limits.perDay()
                || requestedAt().plus(limits.pause()).isAfter(now)) {
            return Optional.empty();
        }
        var withThisOne = Stream.concat(ofTheDay.stream(), Stream.of(now)).toList();
        return Optional.of(new Pending(id, address, revision + 1, generation, withThisOne));
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
