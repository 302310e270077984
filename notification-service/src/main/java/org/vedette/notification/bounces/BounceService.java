package org.vedette.notification.bounces;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.bounces.BouncePolicy.Verdict;
import org.vedette.notification.bounces.ReportMatcher.Match;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.journal.Change;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Mono;

/**
 * Applies reports: the mail counts as bounced, and a mailbox that takes no mail gets no more. The same report again changes
 * nothing, whatever was interrupted before: the row of the mail is changed last, and tells that the report was applied.
 */
public final class BounceService {

    private static final Logger log = LoggerFactory.getLogger(BounceService.class);
    private static final int MAX_ATTEMPTS = 5;

    private final SentMails mails;
    private final ReportMatcher matcher;
    private final Subscribers subscribers;
    private final UnsubscribeService unsubscribes;
    private final BouncePolicy policy;
    private final Clock clock;

    public BounceService(
            SentMails mails,
            ReportMatcher matcher,
            Subscribers subscribers,
            UnsubscribeService unsubscribes,
            BouncePolicy policy,
            Clock clock) {
        this.mails = mails;
        this.matcher = matcher;
        this.subscribers = subscribers;
        this.unsubscribes = unsubscribes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Applies a report. An error means that the store failed, and that it is to be applied again. */
    Mono<Outcome> apply(Report report) {
        return switch (report.kind()) {
            case FAILURE, COMPLAINT -> applyToMail(report);
            case DELAY -> Mono.just(Outcome.DELAY);
            case SUCCESS -> Mono.just(Outcome.SUCCESS);
            case FEEDBACK -> Mono.just(Outcome.FEEDBACK);
            case AUTO_REPLY -> Mono.just(Outcome.AUTO_REPLY);
            case LOOP -> Mono.just(Outcome.LOOP);
            case OTHER -> Mono.just(Outcome.OTHER);
        };
    }

    private Mono<Outcome> applyToMail(Report report) {
        return matcher.isForged(report.about())
                ? Mono.just(Outcome.FORGED)
                : Mono.defer(() -> matchAndApply(report)).repeatWhenEmpty(MAX_ATTEMPTS, repeats -> repeats);
    }

    /** Empty when the row has changed meanwhile. */
    private Mono<Outcome> matchAndApply(Report report) {
        return matcher.find(report.about())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(match ->
                        match.map(found -> apply(report, found)).orElseGet(() -> Mono.just(Outcome.UNMATCHED)));
    }

    private Mono<Outcome> apply(Report report, Match match) {
        return switch (match.mail().state()) {
            case NOT_SENT -> Mono.just(Outcome.UNMATCHED);
            case IN_PROGRESS -> Mono.just(Outcome.EARLY);
            case BOUNCED ->
                report.kind() == Report.Kind.COMPLAINT ? complain(report, match) : Mono.just(Outcome.DUPLICATE);
            case HANDED_OVER ->
                report.kind() == Report.Kind.COMPLAINT ? complain(report, match) : bounce(report, match);
        };
    }

    /** A late copy of a report says nothing about a mail that was sent again since. */
    private Mono<Outcome> bounce(Report report, Match match) {
        if (match.mail().knows(report)) {
            return Mono.just(Outcome.DUPLICATE);
        }
        return recipient(match)
                .flatMap(recipient -> mails.to(match.mail().id().subscriber())
                        .collectList()
                        .flatMap(history -> bounce(report, match, recipient, history)));
    }

    private Mono<Outcome> bounce(Report report, Match match, Recipient recipient, List<SentMail> history) {
        var now = clock.instant();
        var verdict = policy.judge(report.status(), history, now);
        var state = new Bounced(
                now, recipient.isKnown() ? words(report) : report.status().toString(), verdict.kind());
        return suppress(verdict.suppresses() && recipient.isConcerned(), match, report)
                .then(mails.bounce(match.mail(), state, report.id()))
                .filter(stored -> stored)
                .map(stored -> bounced(match, verdict, report.status()));
    }

    private static Outcome bounced(Match match, Verdict verdict, StatusCode status) {
        log.info(
                "Delivery {} came back with status {}, which counts as a {} bounce",
                match.mail().id().value(),
                status,
                verdict.kind().name().toLowerCase(Locale.ROOT));
        return switch (verdict.kind()) {
            case HARD -> Outcome.HARD;
            case SOFT -> Outcome.SOFT;
            case POLICY -> Outcome.POLICY;
        };
    }

    private Mono<Outcome> complain(Report report, Match match) {
        if (match.mail().hasComplaint()) {
            return Mono.just(Outcome.DUPLICATE);
        }
        return recipient(match)
                .flatMap(recipient -> suppress(recipient.isConcerned(), match, report))
                .then(mails.complain(match.mail(), words(report), clock.instant()))
                .map(stored -> stored ? complained(match) : Outcome.DUPLICATE);
    }

    private static Outcome complained(Match match) {
        log.info("The recipient of delivery {} complained", match.mail().id().value());
        return Outcome.COMPLAINT;
    }

    private Mono<Void> suppress(boolean wanted, Match match, Report report) {
        var id = match.mail().id();
        var change = report.kind() == Report.Kind.COMPLAINT ? Change.COMPLAINED : Change.SUPPRESSED;
        var alert = id.alert();
        return wanted
                ? unsubscribes.suppress(id.subscriber(), words(report), change, alert == null ? null : alert.value())
                : Mono.empty();
    }

    private Mono<Recipient> recipient(Match match) {
        return subscribers
                .with(match.mail().id().subscriber())
                .map(known -> new Recipient(true, isConcerned(known, match)))
                .onErrorResume(UnreadableDocumentException.class, unreadable -> notSuppressed(unreadable))
                .defaultIfEmpty(new Recipient(false, false));
    }

    /** Repeating the report would not make the document readable. */
    private static Mono<Recipient> notSuppressed(UnreadableDocumentException unreadable) {
        log.error("A report suppresses nobody, and is applied to its mail alone: {}", unreadable.getMessage());
        return Mono.just(new Recipient(true, false));
    }

    /** Whether a report says something about the mailbox that the subscriber has now. */
    private static boolean isConcerned(Subscriber known, Match match) {
        var confirmedSince = known instanceof Active active
                && active.confirmedAt().isAfter(match.mail().openedAt());
        return match.isProven()
                && match.mail().id().isToTheSubscriber()
                && match.isFor(known.address())
                && !confirmedSince;
    }

    private static String words(Report report) {
        return report.kind() == Report.Kind.COMPLAINT
                ? "complaint: " + report.words()
                : Diagnosis.oneLine("reported: " + report.words());
    }

    /**
     * Whom a mail went to.
     *
     * @param isKnown whether the subscriber was not erased since: nothing may be kept about who was
     * @param isConcerned whether the report says something about the subscriber's mailbox
     */
    private record Recipient(boolean isKnown, boolean isConcerned) {}
}
