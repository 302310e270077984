package org.vedette.notification.delivery.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.Reply;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@link Mailer} over SMTP, on threads of its own: one for each connection it may open. */
@Component
@MayBlock("threads of its own, and the one that stops the context")
class SmtpMailer implements Mailer, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    private final MailComposer composer;
    private final SmtpConnectionPool connections;
    private final MeterRegistry meters;
    private final ExecutorService threads;
    private final Scheduler scheduler;

    SmtpMailer(
            MailComposer composer,
            SmtpConnectionPool connections,
            MeterRegistry meters,
            NotificationServiceProperties properties) {
        this.composer = composer;
        this.connections = connections;
        this.meters = meters;
        this.threads = Executors.newFixedThreadPool(properties.smtp().connections(), SmtpMailer::thread);
        this.scheduler = Schedulers.fromExecutorService(threads);
    }

    @Override
    public Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed) {
        return Mono.fromCallable(() -> attempt(message, allowed))
                .doOnNext(this::count)
                .subscribeOn(scheduler);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Stopping although mails are still in flight; their deliveries are claimed again later");
        }
        scheduler.dispose();
    }

    /** Catches errors too: Reactor would let a fatal one pass the subscriber by, and the attempt would never end. */
    private Reply attempt(Message.Mailable message, BooleanSupplier allowed) {
        try {
            return connections.deliver(composer.compose(message), message.to(), allowed);
        } catch (RuntimeException | Error failure) {
            log.error(
                    "Could not compose the mail of delivery {}; it is deferred",
                    message.id().value(),
                    failure);
            return new Reply.TryLater("the mail could not be composed: " + failure);
        }
    }

    private void count(Reply reply) {
        meters.counter("vedette.notification.mails", "reply", outcome(reply)).increment();
    }

    private static String outcome(Reply reply) {
        if (reply instanceof Reply.Accepted) {
            return "accepted";
        }
        if (reply instanceof Reply.Refused) {
            return "refused";
        }
        return reply instanceof Reply.TryLater ? "trylater" : "unclear";
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        return thread;
    }
}
