package org.vedette.notification.bounces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vedette.notification.delivery.DeliveryState.Bounced;

/**
 * When bounces end a subscription. A reply that there is no such mailbox is enough; other hard bounces take two, on two days.
 * Soft ones count one point for each day, which is worth half after some time; from the limit on each one is a hard one.
 *
 * @param softLimit points from which on soft bounces are hard ones
 * @param halfLife after how long a point is worth half
 */
public record BouncePolicy(double softLimit, Duration halfLife) {

    /** What a failure is: {@code suppresses} says whether the subscriber gets no more mail. */
    record Verdict(Bounced.Kind kind, boolean suppresses) {}

    /**
     * Judges a failure.
     *
     * @param history the subscriber's other mails
     */
    Verdict judge(StatusCode status, Collection<SentMail> history, Instant now) {
        if (isOurs(status)) {
            return new Verdict(Bounced.Kind.POLICY, false);
        }
        if (saysNoSuchMailbox(status)) {
            return new Verdict(Bounced.Kind.HARD, true);
        }
        return isHard(status) || score(history, now) >= softLimit
                ? new Verdict(Bounced.Kind.HARD, hasBouncedHardOnAnEarlierDay(history, now))
                : new Verdict(Bounced.Kind.SOFT, false);
    }

    /** The points of a subscriber whose mail of now bounces softly. */
    double score(Collection<SentMail> history, Instant now) {
        return Stream.concat(
                        Stream.of(day(now)),
                        bounces(history, Bounced.Kind.SOFT::equals).map(mail -> day(mail.at())))
                .distinct()
                .mapToDouble(day -> worth(day, now))
                .sum();
    }

    private double worth(LocalDate day, Instant now) {
        var age = Duration.between(day.atStartOfDay(), day(now).atStartOfDay());
        return Math.pow(0.5, (double) age.toMillis() / halfLife.toMillis());
    }

    private static boolean saysNoSuchMailbox(StatusCode status) {
        return status.statusClass() == 5 && status.is(1, 1);
    }

    /** No such mailbox, domain or host, or one that is disabled (RFC 3463 §3.2, §3.3 and §3.5). */
    private static boolean isHard(StatusCode status) {
        return status.statusClass() == 5 && (status.subject() == 1 || status.is(2, 1) || status.is(4, 4));
    }

    /** Security and policy, the content, or the sender (RFC 3463 §3.8, §3.7 and §3.2): no fault of the mailbox. */
    private static boolean isOurs(StatusCode status) {
        return status.subject() == 7 || status.subject() == 6 || status.is(1, 7) || status.is(1, 8);
    }

    private static boolean hasBouncedHardOnAnEarlierDay(Collection<SentMail> history, Instant now) {
        return bounces(history, Bounced.Kind.HARD::equals)
                .anyMatch(mail -> day(mail.at()).isBefore(day(now)));
    }

    /** A mail to another address says nothing about the mailbox. */
    private static Stream<SentMail> bounces(Collection<SentMail> history, Predicate<Bounced.Kind> kind) {
        return history.stream()
                .filter(mail -> mail.id().isToTheSubscriber())
                .filter(mail -> mail.bounce() != null && kind.test(mail.bounce()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
