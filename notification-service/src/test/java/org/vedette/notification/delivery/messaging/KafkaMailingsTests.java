package org.vedette.notification.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.kafka.core.KafkaTemplate;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;
import tools.jackson.databind.json.JsonMapper;

class KafkaMailingsTests {

    private final AtomicReference<String> thread = new AtomicReference<>("none");
    private final KafkaTemplate<String, byte[]> kafka = mock();

    @Test
    void sendingBlocksNoThreadOfTheDriver() {
        when(kafka.send(ArgumentMatchers.<ProducerRecord<String, byte[]>>any())).thenAnswer(call -> {
            thread.set(Thread.currentThread().getName());
            return CompletableFuture.completedFuture(null);
        });
        var mailing = new Mailing(AlertId.ofPost(UUID.randomUUID()), List.of(new SubscriberId(UUID.randomUUID())));

        new KafkaMailings(kafka, JsonMapper.builder().build()).send(mailing).block(Duration.ofSeconds(5));

        assertThat(thread.get()).startsWith("boundedElastic");
    }
}
