package org.vedette.notification.webhooks.messaging;

import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vedette.events.PostContract;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.notification.webhooks.events.EventPlanner;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.kafka.CloudEventReader;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Enters messages for webhooks. In a consumer group of its own, so that neither mails nor webhooks wait for the other. */
@Component
@MayBlock("the consumer's own thread")
class WebhookEventListener {

    static final String GROUP = "vedette-notification-webhooks";

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final CloudEventReader reader;
    private final EventPlanner planner;
    private final Clock clock;

    WebhookEventListener(JsonMapper json, EventPlanner planner, Clock clock) {
        this.reader = new CloudEventReader(json);
        this.planner = planner;
        this.clock = clock;
    }

    @KafkaListener(id = "webhooks", groupId = GROUP, topics = Topics.POSTS)
    void on(ConsumerRecord<String, byte[]> record) {
        var event = reader.read(record);
        PostEventType.of(event.getType())
                .map(type -> follow(event, type))
                .orElseGet(Mono::empty)
                .onErrorMap(UnreadableDocumentException.class, WebhookEventListener::unreadable)
                .block(TIMEOUT);
    }

    private Mono<Void> follow(CloudEvent event, PostEventType type) {
        PostEvent data = reader.data(event, type.data(), PostContract::violationsOf);
        return planner.follow(data, time(event));
    }

    private Instant time(CloudEvent event) {
        var time = event.getTime();
        return time == null ? clock.instant() : time.toInstant();
    }

    private static UnreadableRecordException unreadable(UnreadableDocumentException document) {
        return new UnreadableRecordException(
                "what is known of this post cannot be read: " + document.getMessage(), document);
    }
}
