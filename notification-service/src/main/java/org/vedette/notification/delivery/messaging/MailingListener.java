package org.vedette.notification.delivery.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.notification.delivery.AlertSender;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.ProcessingStoppedException;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.logging.LogContext;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.Traces;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the mailings of all alerts. The offset of a mailing is committed when the ledger has a row for each of its
 * subscribers.
 */
@Component
@MayBlock("the consumer's own thread")
class MailingListener implements SmartLifecycle {

    private static final Duration TIMEOUT = Duration.ofMinutes(14);

    /** The rest of the 15 minutes after which Kafka takes a partition from a consumer that does not poll. */
    private static final Duration BACKLOG_TIMEOUT = Duration.ofSeconds(30);

    /** A trace shows so many mails of a mailing; the others are like them. */
    private static final int TRACED_MAILS = 10;

    private static final Duration BACKLOG_POLL_INTERVAL = Duration.ofMillis(200);

    private final AlertSender sender;
    private final PostEventBacklog backlog;
    private final JsonMapper json;
    private final Traces traces;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

    MailingListener(AlertSender sender, PostEventBacklog backlog, JsonMapper json, Traces traces) {
        this.sender = sender;
        this.backlog = backlog;
        this.json = json;
        this.traces = traces;
    }

    // One record per poll: a mailing may take minutes when the mail server is slow.
    @KafkaListener(
            id = "mailings",
            groupId = "vedette-mailings",
            topics = MailingRecord.TOPIC,
            properties = "max.poll.records=1")
    void on(ConsumerRecord<String, byte[]> record) {
        var mailing = read(record.value());
        awaitBacklog();
        var step = Step.of(Step.Kind.CONSUMER, "send mailing")
                .causedBy(KafkaTraces.traceparent(record))
                .with("alert", mailing.alert().value())
                .with("recipients", mailing.subscribers().size());
        traces.trace(step, sender.send(mailing))
                .contextWrite(context -> Traces.limit(TRACED_MAILS, context))
                .contextWrite(LogContext.ofEvent(mailing.alert().value(), step.parent())::in)
                .block(TIMEOUT);
    }

    private void awaitBacklog() {
        var deadline = System.nanoTime() + BACKLOG_TIMEOUT.toNanos();
        while (!backlog.isProcessed()) {
            if (stopping || System.nanoTime() > deadline) {
                throw new ProcessingStoppedException("post events are still to be read before the mailing is sent");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BACKLOG_POLL_INTERVAL.toMillis());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new ProcessingStoppedException("interrupted before the mailing was sent");
        }
    }

    @Override
    public void start() {
        stopping = false;
        sender.start();
        running.set(true);
    }

    @Override
    public void stop() {
        stopping = true;
        sender.stop();
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Starts last and stops first, so that the listener container need not wait for a whole mailing when it stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private Mailing read(byte[] value) {
        try {
            return json.readValue(value, MailingRecord.class).toMailing();
        } catch (RuntimeException unreadable) {
            throw new UnreadableRecordException("not a mailing: " + unreadable.getMessage(), unreadable);
        }
    }
}
