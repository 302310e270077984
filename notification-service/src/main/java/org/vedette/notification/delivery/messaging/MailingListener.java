package org.vedette.notification.delivery.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.delivery.AlertSender;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the mailings of all alerts. The offset of a mailing is committed when the ledger has a row for each of its
 * subscribers.
 */
@Component
@MayBlock("the consumer's own thread")
class MailingListener implements SmartLifecycle {

    private static final Duration TIMEOUT = Duration.ofMinutes(14);

    private final AlertSender sender;
    private final JsonMapper json;
    private final AtomicBoolean running = new AtomicBoolean();

    MailingListener(AlertSender sender, JsonMapper json) {
        this.sender = sender;
        this.json = json;
    }

    // One record per poll: a mailing may take minutes when the mail server is slow.
    @KafkaListener(
            id = "mailings",
            groupId = "vedette-mailings",
            topics = MailingRecord.TOPIC,
            properties = "max.poll.records=1")
    void on(ConsumerRecord<String, byte[]> record) {
        sender.send(read(record.value())).block(TIMEOUT);
    }

    @Override
    public void start() {
        sender.start();
        running.set(true);
    }

    @Override
    public void stop() {
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
