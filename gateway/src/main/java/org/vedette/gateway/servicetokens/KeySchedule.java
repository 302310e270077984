package org.vedette.gateway.servicetokens;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are published and which one signs. A key is published for some time before it signs, so that every service has
 * fetched it from whichever instance by then, and for as long after it has signed as a token of it may still come.
 *
 * @param configured the keys of the settings, the last of which is to sign
 * @param signing the key that signs
 * @param upcoming the key that signs next; null when the one that signs is the last
 * @param retired keys that are still published though they are not configured or do not sign any more
 */
record KeySchedule(
        List<SigningKey> configured,
        SigningKey signing,
        @Nullable Upcoming upcoming,
        List<Retired> retired) {

    /** Longer than a token lives. */
    static final Duration RETIREMENT = Duration.ofMinutes(5);

    record Upcoming(SigningKey key, Instant from) {}

    record Retired(SigningKey key, Instant until) {}

    /**
     * The schedule at the start of an instance. With several keys, the last but one signs first: other instances may not know the
     * last one yet.
     */
    static KeySchedule start(List<SigningKey> keys, Instant now, Duration delay) {
        var first = keys.get(Math.max(0, keys.size() - 2));
        return new KeySchedule(List.of(first), first, null, List.of()).with(keys, now, delay);
    }

    /**
     * The schedule after the keys of the settings have changed.
     *
     * @param delay from now until the last key signs, when it is another one than now
     */
    KeySchedule with(List<SigningKey> keys, Instant now, Duration delay) {
        var present = at(now);
        var last = keys.get(keys.size() - 1);
        var dropped = Stream.concat(
                        present.configured.stream(),
                        Stream.ofNullable(present.upcoming).map(Upcoming::key))
                .filter(key -> !keys.contains(key))
                .map(key -> new Retired(key, now.plus(RETIREMENT)));
        return new KeySchedule(
                List.copyOf(keys),
                present.signing,
                present.nextIs(last, now, delay),
                Stream.concat(present.retired.stream(), dropped).toList());
    }

    private @Nullable Upcoming nextIs(SigningKey last, Instant now, Duration delay) {
        if (last.equals(signing)) {
            return null;
        }
        return upcoming != null && upcoming.key.equals(last) ? upcoming : new Upcoming(last, now.plus(delay));
    }

    /** The schedule at an instant: the upcoming key signs when its time has come, and retired ones are dropped after theirs. */
    KeySchedule at(Instant now) {
        var left = retired.stream().filter(key -> now.isBefore(key.until)).toList();
        if (upcoming == null || now.isBefore(upcoming.from)) {
            return left.size() == retired.size() ? this : new KeySchedule(configured, signing, upcoming, left);
        }
        var next = new ArrayList<>(left);
        next.add(new Retired(signing, now.plus(RETIREMENT)));
        return new KeySchedule(configured, upcoming.key, null, List.copyOf(next));
    }

    /** All keys with which services may have to verify a token. */
    List<SigningKey> published() {
        return Stream.of(
                        configured.stream(),
                        Stream.of(signing),
                        Stream.ofNullable(upcoming).map(Upcoming::key),
                        retired.stream().map(Retired::key))
                .flatMap(keys -> keys)
                .distinct()
                .toList();
    }
}
