package org.vedette.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Flux;

@WithInfrastructure
@SpringBootTest(
        classes = IndexCreatorIT.Service.class,
        properties = {"spring.kafka.admin.auto-create=false", "management.health.mongodb.enabled=false"})
class IndexCreatorIT {

    private static final String DATABASE = Infrastructure.freshDatabase("indexes");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Autowired
    private MongoClient client;

    @Autowired
    private ReactiveHealthIndicator storeHealthIndicator;

    @Test
    void indexesExistBeforeTheServiceIsUp() {
        var names = Flux.from(
                        client.getDatabase(DATABASE).getCollection("things").listIndexes())
                .map(index -> index.getString("name"))
                .collectList()
                .block(TIMEOUT);

        assertThat(names).contains("slug_1");
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aServiceWhoseIndexesCannotBeCreatedIsDown() {
        var creator = new IndexCreator(List.of(), TIMEOUT);
        var indicator = new StoreHealthIndicator(client, creator);

        var health = Objects.requireNonNull(indicator.health().block(TIMEOUT));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("reason", "the indexes are not created yet");
    }

    @Test
    void noIndexesAreSoonComplete() {
        var creator = new IndexCreator(List.of(), TIMEOUT);

        creator.start();

        await().untilAsserted(() -> assertThat(creator.isComplete()).isTrue());
        creator.stop();
    }

    private Health health() {
        return Objects.requireNonNull(storeHealthIndicator.health().block(TIMEOUT));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        CollectionIndexes indexes(MongoClient client) {
            var things = client.getDatabase(DATABASE).getCollection("things", Document.class);
            return new CollectionIndexes(
                    things, List.of(new IndexModel(Indexes.ascending("slug"), new IndexOptions().unique(true))));
        }
    }
}
