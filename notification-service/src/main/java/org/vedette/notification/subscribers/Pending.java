package org.vedette.notification.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has asked for a subscription, and not confirmed yet that the address is theirs.
 *
 * @param generation the revision with which this wait for a confirmation began; links of another generation are invalid
 * @param requests when confirmation mails were requested within the last day, newest last; never empty
 * @param before how an earlier subscription ended; null when there was none
 */
public record Pending(
        SubscriberId id,
        EmailAddress address,
        long revision,
        Profile profile,
        long generation,
        List<Instant> requests,
        @Nullable Ending before)
        implements Subscriber {

    /**
     * How a subscription ended that somebody wants to begin again. If nobody confirms it, it stays ended.
     *
     * @param since when it ended
     * @param suppression why it was suppressed; null when the subscriber left
     * @param consent the consent to it; null when none was kept
     * @param confirmedAt since when it was active; null when it never was, or that is not known
     */
    public record Ending(
            Instant since,
            @Nullable String suppression,
            @Nullable Consent consent,
            @Nullable Instant confirmedAt) {}

    private static final Duration DAY = Duration.ofDays(1);

    public Pending {
        requests = List.copyOf(requests);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("a pending subscriber has at least one request");
        }
    }

    /** Somebody who subscribes for the first time. */
    public static Pending first(SubscriberId id, EmailAddress address, Profile profile, Instant now) {
        return new Pending(id, address, 1, profile, 1, List.of(now), null);
    }

    static Pending again(Subscriber ended, Ending before, @Nullable Consent consent, Instant now) {
        var next = ended.revision() + 1;
        var profile = consent == null ? ended.profile() : ended.profile().with(consent);
        return new Pending(ended.id(), ended.address(), next, profile, next, List.of(now), before);
    }

    /** When the newest confirmation mail was requested. */
    public Instant requestedAt() {
        return requests.get(requests.size() - 1);
    }

    /** Whether the mail that was requested at a certain time is to be sent: the limits allowed it. */
    public boolean awaits(Instant request) {
        return requests.contains(request);
    }

    /** One more request for a confirmation mail; what the limits do not allow changes nothing but the revision. */
    public Pending requestAgain(@Nullable Consent consent, Instant now, ConfirmationLimits limits) {
        var withinADay = requests.stream().filter(now.minus(DAY)::isBefore).toList();
        if (withinADay.size() >= limits.perDay()
                || requestedAt().plus(limits.pause()).isAfter(now)) {
            return new Pending(id, address, revision + 1, profile, generation, requests, before);
        }
        var withThisRequest = Stream.concat(withinADay.stream(), Stream.of(now)).toList();
        var newest = consent == null ? profile : profile.with(consent);
        return new Pending(id, address, revision + 1, newest, generation, withThisRequest, before);
    }

    /** The same after the link was followed. */
    public Active confirm(@Nullable String client, Instant now) {
        return new Active(id, address, revision + 1, profile.confirmed(client, now), now);
    }

    /** The subscriber leaves. */
    public Unsubscribed unsubscribe(Instant now) {
        return new Unsubscribed(id, address, revision + 1, profileBefore(), now);
    }

    /** The mailbox does not exist, or must not get mail any more. */
    public Suppressed suppress(String reason, Instant now) {
        return new Suppressed(id, address, revision + 1, profileBefore(), reason, now, confirmedBefore());
    }

    /** What becomes of it when nobody confirms: as it was before, or null for nobody. */
    public @Nullable Subscriber expired() {
        if (before == null) {
            return null;
        }
        return before.suppression() == null
                ? new Unsubscribed(id, address, revision + 1, profileBefore(), before.since())
                : new Suppressed(
                        id,
                        address,
                        revision + 1,
                        profileBefore(),
                        before.suppression(),
                        before.since(),
                        before.confirmedAt());
    }

    /** Whether a suppression is in force again when nobody confirms. */
    public boolean isSuppressedBefore() {
        return before != null && before.suppression() != null;
    }

    /** The suppression from before was a mistake, whoever asks for a subscription meanwhile. */
    public Subscriber lifted(Instant now) {
        return new Suppressed(id, address, revision, profileBefore(), "", now, confirmedBefore()).lifted(now);
    }

    /** With the consent from before: what nobody confirmed is none. */
    private Profile profileBefore() {
        return before == null ? profile : profile.withConsent(before.consent());
    }

    private @Nullable Instant confirmedBefore() {
        return before == null ? null : before.confirmedAt();
    }
}
