package org.vedette.notification.delivery.messaging;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Mailings;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** {@link Mailings} through Kafka, so that any replica can take any chunk. */
@Component
class KafkaMailings implements Mailings {

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper json;

    KafkaMailings(KafkaTemplate<String, byte[]> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    /** The key only spreads the chunks over the partitions, and so over the replicas. */
    @Override
    public Mono<Void> send(Mailing mailing) {
        var key = mailing.subscribers().get(0).toString();
        // Without the topic's metadata a send blocks for max.block.ms, and the driver's threads must not.
        return Mono.fromFuture(
                        () -> kafka.send(MailingRecord.TOPIC, key, json.writeValueAsBytes(MailingRecord.of(mailing))))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }
}
