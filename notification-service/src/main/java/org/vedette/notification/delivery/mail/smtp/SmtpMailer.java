package org.vedette.notification.delivery.mail.smtp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.mail.MailComposer;
import org.vedette.notification.delivery.mail.transport.Envelope;
import org.vedette.notification.delivery.mail.transport.SmtpResult;
import org.vedette.notification.delivery.servers.Answer;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers.Turn;
import org.vedette.notification.delivery.servers.Pace.SendTime;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@link Mailer} over SMTP. A mail waits for its turn at a mail server, and is offered again when the answer says more about
 * the server than about the recipient.
 */
final class SmtpMailer implements Mailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

    /** How many offers one attempt may take before the mail is deferred. */
    private static final int MOST_OFFERS = 12;

    /** How long a mailbox that does not exist waits for what others get, at most. */
    private static final Duration OTHERS_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration OTHERS_POLL = Duration.ofMillis(100);

    /** A domain that is sent to so slowly must not keep other mails from their turn. */
    private static final Duration LONGEST_DOMAIN_WAIT = Duration.ofSeconds(2);

    /** Over so long come back the mails that waited for a domain. */
    private static final Duration DOMAIN_SPREAD = Duration.ofSeconds(10);

    private static final Reply.Postponed NO_SERVER =
            new Reply.Postponed("no mail server takes mail at the moment", Duration.ZERO);

    private static final Reply.Postponed STOPPING = new Reply.Postponed("the service stops", Duration.ZERO);

    private final MailComposer composer;
    private final SmtpServers servers;
    private final MailMetrics metrics;
    private final Traces traces;
    private final Scheduler timer;
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean stopping;

    SmtpMailer(MailComposer composer, SmtpServers servers, MailMetrics metrics, Traces traces, Scheduler timer) {
        this.composer = composer;
        this.servers = servers;
        this.metrics = metrics;
        this.traces = traces;
        this.timer = timer;
    }

    @Override
    public Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed) {
        var step = Step.of(Step.Kind.CLIENT, "send mail")
                .with("delivery", message.id().value());
        return traces.traceLimited(
                step,
                active -> dispatchCounted(message, allowed)
                        .doOnNext(reply -> active.tag("reply", MailMetrics.outcome(reply))));
    }

    private Mono<Reply> dispatchCounted(Message.Mailable message, BooleanSupplier allowed) {
        return Mono.defer(() -> {
            var domain = servers.domainOf(message.to());
            inProgress.incrementAndGet();
            return dispatch(new MailAttempt(message, () -> !stopping && allowed.getAsBoolean(), domain))
                    .doOnNext(reply -> metrics.count(message, reply))
                    .doFinally(end -> inProgress.decrementAndGet());
        });
    }

    @Override
    public int capacity() {
        return stopping ? 0 : servers.model().capacity();
    }

    @Override
    public boolean takesMail() {
        return servers.model().all().stream().anyMatch(server -> !server.isHalted());
    }

    @Override
    public long recoveries() {
        return servers.model().recoveries();
    }

    /** Takes mails (again). */
    void start() {
        stopping = false;
    }

    /** Gives all mails back that are not handed over yet. */
    void beginStop() {
        stopping = true;
        servers.breakOff();
    }

    /** Whether a reply to a mail is still to come. */
    boolean isInProgress() {
        return inProgress.get() > 0;
    }

    private Mono<Reply> dispatch(MailAttempt attempt) {
        if (stopping) {
            return Mono.just(STOPPING);
        }
        return attempt.domain()
                .pace()
                .reserveWithin(LONGEST_DOMAIN_WAIT)
                .map(slot -> dispatch(attempt, slot))
                .orElseGet(() -> Mono.just(slowDomain(attempt)));
    }

    /** Those that wait come back one after the other, and not all at once. */
    private static Reply slowDomain(MailAttempt attempt) {
        var spread = Math.floorMod(attempt.message().id().value().hashCode(), DOMAIN_SPREAD.toMillis());
        return new Reply.Postponed("mails to this domain are sent slowly", LONGEST_DOMAIN_WAIT.plusMillis(spread));
    }

    private Mono<Reply> dispatch(MailAttempt attempt, SendTime ofDomain) {
        return after(
                Duration.ofNanos(ofDomain.atNanos() - servers.nanoTime()),
                () -> servers.model()
                        .next(attempt.tried())
                        .map(turn -> dispatch(attempt, turn))
                        .orElseGet(() -> Mono.just(NO_SERVER)));
    }

    private Mono<Reply> dispatch(MailAttempt attempt, Turn turn) {
        if (turn.probe()) {
            return offer(attempt, turn.server(), null);
        }
        var slot = turn.server().pace().reserve();
        return after(Duration.ofNanos(slot.atNanos() - servers.nanoTime()), () -> offer(attempt, turn.server(), slot));
    }

    /** On a thread of the server; when its pace has changed meanwhile, the mail waits for another turn. */
    private Mono<Reply> offer(MailAttempt attempt, MailServer state, @Nullable SendTime slot) {
        var server = servers.of(state);
        state.begin();
        return Mono.fromCallable(() -> isStillRight(state, slot) ? deliver(attempt, server, slot) : null)
                .subscribeOn(server.scheduler())
                .doFinally(end -> state.end())
                .flatMap(result -> react(attempt, state, result))
                .switchIfEmpty(Mono.defer(() -> dispatch(attempt)));
    }

    /** A probe goes in any case. */
    private static boolean isStillRight(MailServer server, @Nullable SendTime slot) {
        return slot == null || (server.pace().holds(slot) && !server.isHalted());
    }

    /** Catches errors too: Reactor would let a fatal one pass the subscriber by, and the attempt would never end. */
    private SmtpResult deliver(MailAttempt attempt, SmtpServer server, @Nullable SendTime slot) {
        byte[] mail;
        try {
            mail = attempt.mail(composer::compose);
        } catch (RuntimeException | Error failure) {
            log.error(
                    "Could not compose the mail of delivery {}; it is deferred",
                    attempt.message().id().value(),
                    failure);
            return SmtpResult.notComposed("the mail could not be composed: " + failure);
        }
        attempt.offerTo(server.state(), slot);
        var message = attempt.message();
        var envelope = new Envelope(composer.senderOf(message), message.to());
        var result = server.connections().deliver(mail, envelope, attempt.allowed());
        record(attempt, server.state(), result);
        return result;
    }

    private void record(MailAttempt attempt, MailServer server, SmtpResult result) {
        var answer = result.answer();
        if (answer == null) {
            return;
        }
        if (answer == Answer.NO_MAILBOX) {
            server.recordRefused(attempt.message().to().key());
        }
        if (answer == Answer.NO_MAILBOX && !attempt.message().isToAConfirmedMailbox() && !server.isHalted()) {
            server.recordUnconfirmed();
        } else {
            server.record(answer, attempt.slot(), result.connecting(), result.text());
        }
        if (answer == Answer.ACCEPTED) {
            attempt.domain().recordAccepted();
        }
        metrics.count(server, answer);
    }

    private Mono<Reply> react(MailAttempt attempt, MailServer server, SmtpResult result) {
        var answer = result.answer();
        if (answer == null) {
            return Mono.just(result.isComposed() ? postponed(result.text()) : new Reply.TryLater(result.text()));
        }
        return switch (answer) {
            case ACCEPTED -> Mono.just(new Reply.Accepted(result.text()));
            case MAILBOX_BUSY -> Mono.just(new Reply.TryLater(result.text()));
            case UNANSWERED -> Mono.just(new Reply.Uncertain(result.text()));
            case BUSY, NO_MAILBOX -> doubt(attempt, server, answer, result.text());
            case REFUSED, BROKEN -> afterRefusal(attempt, server, answer, result.text());
        };
    }

    /** Another server may take the mail; a connection may have broken by chance. */
    private Mono<Reply> afterRefusal(MailAttempt attempt, MailServer server, Answer answer, String text) {
        if (attempt.offers() < MOST_OFFERS && servers.hasAnother(attempt.tried())) {
            return dispatch(attempt);
        }
        if (server.isHalted()) {
            return Mono.just(postponed(text));
        }
        return answer == Answer.BROKEN && attempt.offers() <= servers.count()
                ? dispatch(attempt)
                : Mono.just(new Reply.TryLater(text, true));
    }

    private Mono<Reply> doubt(MailAttempt attempt, MailServer server, Answer answer, String text) {
        if (server.isHalted()) {
            return servers.hasAnother(attempt.tried()) ? dispatch(attempt) : Mono.just(postponed(text));
        }
        var first = attempt.firstRefusalBy(server);
        if (first == null) {
            attempt.refusedBy(server);
            if (answer == Answer.NO_MAILBOX && !SecondOpinion.isWorthWaitingFor(attempt, server)) {
                return Mono.just(new Reply.TryLater(text));
            }
            return answer == Answer.BUSY ? dispatch(attempt) : awaitOthers(attempt, server, OTHERS_TIMEOUT);
        }
        if (answer == Answer.NO_MAILBOX) {
            return Mono.just(SecondOpinion.onMailbox(attempt, server, first, text));
        }
        return SecondOpinion.isBusyForAll(server, first) && attempt.offers() < MOST_OFFERS
                ? dispatch(attempt)
                : Mono.just(SecondOpinion.onBusy(attempt, first, text));
    }

    /** Offers a mail again as soon as the server has taken another one, or after a while. */
    private Mono<Reply> awaitOthers(MailAttempt attempt, MailServer server, Duration left) {
        var first = attempt.firstRefusalBy(server);
        if (left.isNegative() || stopping || (first != null && server.accepted() > first.accepted())) {
            return dispatch(attempt);
        }
        return after(OTHERS_POLL, () -> awaitOthers(attempt, server, left.minus(OTHERS_POLL)));
    }

    private Mono<Reply> after(Duration wait, Supplier<Mono<Reply>> next) {
        return wait.isNegative() || wait.isZero()
                ? next.get()
                : Mono.delay(wait, timer).then(Mono.defer(next));
    }

    private static Reply postponed(String text) {
        return new Reply.Postponed(text, Duration.ZERO);
    }
}
