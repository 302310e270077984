package org.vedette.starter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.TopicBuilder;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

@WithInfrastructure
class TopicInspectorIT {

    private final String name = "contract." + UUID.randomUUID();
    private final NewTopic declared =
            TopicBuilder.name(name).partitions(2).replicas(1).compact().build();
    private final Map<String, Object> client = Map.of("bootstrap.servers", Infrastructure.kafka());
    private final TopicInspector inspector = new TopicInspector(client, List.of(declared));

    @Test
    void aTopicThatIsCreatedHereFulfilsItsContract() {
        inspector.createMissing();
        inspector.createMissing();

        assertThat(inspector.violations()).isEmpty();
    }

    @Test
    void aTopicThatExistsIsReportedAndNotChanged() throws Exception {
        try (var admin = Admin.create(client)) {
            var existing = new NewTopic(name, 1, (short) 1).configs(Map.of("cleanup.policy", "delete"));
            admin.createTopics(List.of(existing)).all().get(30, TimeUnit.SECONDS);

            inspector.createMissing();

            assertThat(inspector.violations())
                    .extracting(Violation::problem)
                    .containsExactlyInAnyOrder(
                            "has 1 partitions instead of 2",
                            "has cleanup.policy=delete instead of compact, so that the broker deletes events that were"
                                    + " acknowledged");
            assertThat(admin.describeTopics(List.of(name)).allTopicNames().get(30, TimeUnit.SECONDS))
                    .hasEntrySatisfying(
                            name, topic -> assertThat(topic.partitions()).hasSize(1));
        }
    }
}
