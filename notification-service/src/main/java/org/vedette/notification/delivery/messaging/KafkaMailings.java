package org.vedette.notification.delivery.messaging;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Mailings;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.telemetry.TraceContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

/** {@link Mailings} over Kafka, so that each replica sends a part of the audience. */
@Component
class KafkaMailings implements Mailings {

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper json;

    KafkaMailings(KafkaTemplate<String, byte[]> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    /** The key spreads the mailings over the partitions, and so over the replicas. */
    @Override
    public Mono<Void> send(Mailing mailing) {
        var key = mailing.subscribers().get(0).toString();
        // Without metadata of the topic, send() blocks for max.block.ms; threads of the MongoDB driver must not block.
        return Mono.deferContextual(context -> Mono.fromFuture(() -> kafka.send(record(key, mailing, context))))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private ProducerRecord<String, byte[]> record(String key, Mailing mailing, ContextView context) {
        var record = new ProducerRecord<>(MailingRecord.TOPIC, key, json.writeValueAsBytes(MailingRecord.of(mailing)));
        KafkaTraces.set(record, TraceContext.traceparent(context));
        return record;
    }
}
