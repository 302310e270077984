package org.vedette.feed.entries.messaging;

import java.util.Collection;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.FeedChanged;
import org.vedette.feed.entries.FeedChanges;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Announces changes on a topic of this service's own: key the post's id, value the change as JSON. */
@Component
class KafkaFeedChanges implements FeedChanges {

    private final KafkaTemplate<String, byte[]> kafka;
    private final JsonMapper json;

    KafkaFeedChanges(KafkaTemplate<String, byte[]> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @Override
    public Mono<Void> announce(Collection<FeedChanged> changes) {
        return Flux.fromIterable(changes)
                .flatMap(this::send)
                .onErrorMap(AnnouncementFailed::new)
                .then();
    }

    private Mono<Boolean> send(FeedChanged change) {
        // Without the topic's metadata a send blocks for max.block.ms, and the caller may be a thread of the driver.
        return Mono.fromFuture(() -> kafka.send(new ProducerRecord<>(
                        FeedTopics.CHANGES, change.postId().toString(), json.writeValueAsBytes(change))))
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(true);
    }
}
