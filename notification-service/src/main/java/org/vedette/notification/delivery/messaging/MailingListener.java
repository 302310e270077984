package org.vedette.notification.delivery.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.stereotype.Component;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.delivery.AlertSender;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of chunks of an audience and has them told. A chunk is committed when the ledger has a row for everybody in it.
 */
@Component
class MailingListener implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(14);

    private final AlertSender sender;
    private final JsonMapper json;
    private final AtomicBoolean running = new AtomicBoolean();

    MailingListener(AlertSender sender, JsonMapper json) {
        this.sender = sender;
        this.json = json;
    }

    // One record at a time: a chunk may take minutes when the mail server is slow.
    @KafkaListener(
            id = "mailings",
            groupId = "vedette-mailings",
            topics = MailingRecord.TOPIC,
            properties = "max.poll.records=1")
    void on(ConsumerRecord<String, byte[]> record) {
        sender.send(read(record.value())).block(PATIENCE);
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

    /** Last to start and first to stop, so that the container, when it stops, need not wait for a whole chunk. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private Mailing read(byte[] value) {
        try {
            return json.readValue(value, MailingRecord.class).toMailing();
        } catch (RuntimeException unreadable) {
            throw new MessageConversionException("not a mailing: " + unreadable.getMessage(), unreadable);
        }
    }
}
