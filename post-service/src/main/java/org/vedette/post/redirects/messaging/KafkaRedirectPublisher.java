package org.vedette.post.redirects.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.post.redirects.RedirectPublisher;
import org.vedette.post.redirects.Redirects.Change;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes redirects on a compacted topic: the key is the old path, the value the new one; none ends the redirect. */
@Component
final class KafkaRedirectPublisher implements RedirectPublisher {

    private final KafkaTemplate<String, byte[]> kafka;

    KafkaRedirectPublisher(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Mono<Void> publish(Change change) {
        // A send blocks for up to max.block.ms while the producer has no metadata of the topic.
        return Mono.fromFuture(() -> kafka.send(record(change)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    static ProducerRecord<String, byte[]> record(Change change) {
        var to = change.to();
        return new ProducerRecord<>(
                Topics.REDIRECTS,
                change.from().value(),
                to == null ? null : to.value().getBytes(StandardCharsets.UTF_8));
    }
}
