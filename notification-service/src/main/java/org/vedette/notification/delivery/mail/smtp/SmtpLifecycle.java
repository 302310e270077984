package org.vedette.notification.delivery.mail.smtp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vedette.starter.MayBlock;

/**
 * Stops sending before anything else stops: mails that are not handed over are given back, and the replies to the others are
 * waited for, as long as a mail server may take for one.
 */
@MayBlock("a thread of its own")
final class SmtpLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpLifecycle.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(2);

    private final SmtpMailer mailer;
    private final Duration replyTimeout;
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param replyTimeout how long a mail server may take for a reply */
    SmtpLifecycle(SmtpMailer mailer, Duration replyTimeout) {
        this.mailer = mailer;
        this.replyTimeout = replyTimeout;
    }

    @Override
    public void start() {
        mailer.start();
        running.set(true);
    }

    @Override
    public void stop(Runnable callback) {
        var stopper = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                "smtp-stop");
        stopper.setDaemon(true);
        stopper.start();
    }

    @Override
    public void stop() {
        mailer.beginStop();
        try {
            awaitReplies();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** With the listener of mailings: before the listener containers, whose threads wait for mails. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void awaitReplies() throws InterruptedException {
        var deadline = System.nanoTime() + replyTimeout.plus(TIME_TO_SETTLE).toNanos();
        while (mailer.isInProgress()) {
            if (System.nanoTime() > deadline) {
                log.warn("Stopping although mails are still in flight; their deliveries are claimed again later");
                return;
            }
            Thread.sleep(POLL.toMillis());
        }
    }
}
