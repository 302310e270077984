package org.vedette.feed.entries.messaging;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.entries.updates.EventOrigins;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes changes on a topic of this service's own. */
@Component
class KafkaFeedChangePublisher implements FeedChangePublisher {

    private final KafkaTemplate<String, byte[]> kafka;
    private final FeedChangeMessages messages;

    KafkaFeedChangePublisher(KafkaTemplate<String, byte[]> kafka, FeedChangeMessages messages) {
        this.kafka = kafka;
        this.messages = messages;
    }

    @Override
    public Mono<Void> publish(Collection<FeedChange> changes) {
        // Without the topic's metadata a send blocks for max.block.ms, and the caller may be a thread of the driver.
        return Mono.deferContextual(context -> Mono.fromFuture(() -> sendAll(changes, EventOrigins.of(context))))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private CompletableFuture<Void> sendAll(Collection<FeedChange> changes, EventOrigins origins) {
        return CompletableFuture.allOf(changes.stream()
                .map(change -> messages.write(change, origins.byPost().get(change.postId())))
                .map(kafka::send)
                .toArray(CompletableFuture<?>[]::new));
    }
}
