package org.vedette.notification.delivery.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.delivery.Letter;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.Reply;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@link Mailer} over SMTP, on threads of its own: as many as there may be connections. */
@Component
class SmtpMailer implements Mailer, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    private final MailComposer composer;
    private final SmtpConnections connections;
    private final MeterRegistry meters;
    private final ExecutorService threads;
    private final Scheduler scheduler;

    SmtpMailer(
            MailComposer composer,
            SmtpConnections connections,
            MeterRegistry meters,
            NotificationServiceProperties properties) {
        this.composer = composer;
        this.connections = connections;
        this.meters = meters;
        this.threads = Executors.newFixedThreadPool(properties.smtp().connections(), SmtpMailer::thread);
        this.scheduler = Schedulers.fromExecutorService(threads);
    }

    @Override
    public Mono<Reply> send(Letter.Mailable letter) {
        return Mono.fromCallable(() -> connections.deliver(composer.compose(letter), letter.to()))
                .onErrorResume(failure -> Mono.just(notComposed(letter, failure)))
                .doOnNext(this::count)
                .subscribeOn(scheduler);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Mails were still in flight at the end");
        }
        scheduler.dispose();
    }

    private static Reply notComposed(Letter.Mailable letter, Throwable failure) {
        log.error("Delivery {} could not become a mail", letter.id().value(), failure);
        return new Reply.TryLater("the mail could not be composed: " + failure);
    }

    private void count(Reply reply) {
        var outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("vedette.notification.mails", "reply", outcome).increment();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        return thread;
    }
}
