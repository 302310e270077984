package org.vedette.starter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.TopicBuilder;

class TopicContractTests {

    private static final NewTopic POSTS =
            TopicBuilder.name("posts").partitions(6).replicas(1).compact().build();
    private static final NewTopic MAILINGS = TopicBuilder.name("mailings")
            .partitions(6)
            .replicas(1)
            .config("retention.ms", "1000")
            .build();

    private static final Map<String, String> COMPACT = Map.of("cleanup.policy", "compact");

    @Test
    void aTopicAsItIsDeclaredViolatesNothing() {
        assertThat(new TopicContract(POSTS).violations(new TopicState(6, 1, COMPACT)))
                .isEmpty();
    }

    @Test
    void aPolicyThatDeletesEventsIsUnsafeAndIsMendedByACommand() {
        var violations = new TopicContract(POSTS).violations(new TopicState(6, 1, Map.of("cleanup.policy", "delete")));

        assertThat(violations)
                .containsExactly(new Violation(
                        "posts",
                        "has cleanup.policy=delete instead of compact, so that the broker deletes events that were"
                                + " acknowledged",
                        "kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name posts"
                                + " --add-config cleanup.policy=compact",
                        true));
    }

    @Test
    void aCompactedTopicThatDeletesAsWellIsUnsafe() {
        assertThat(new TopicContract(POSTS)
                        .violations(new TopicState(6, 1, Map.of("cleanup.policy", "compact,delete"))))
                .allMatch(Violation::isUnsafe)
                .hasSize(1);
    }

    @Test
    void aRetentionThatIsNotTheDeclaredOneIsNamed() {
        var violations = new TopicContract(MAILINGS).violations(new TopicState(6, 1, Map.of("retention.ms", "5")));

        assertThat(violations).hasSize(1).noneMatch(Violation::isUnsafe);
        assertThat(violations.get(0).remedy()).endsWith("--entity-name mailings --add-config retention.ms=1000");
    }

    @Test
    void partitionsAreNeverRaisedWhereTheKeyDecidesTheOrder() {
        var ofPosts = new TopicContract(POSTS).violations(new TopicState(3, 1, COMPACT));
        var ofMailings = new TopicContract(MAILINGS).violations(new TopicState(3, 1, Map.of("retention.ms", "1000")));

        assertThat(ofPosts.get(0).remedy()).contains("never change the number of partitions");
        assertThat(ofMailings.get(0).remedy()).endsWith("--alter --topic mailings --partitions 6");
    }

    @Test
    void fewerReplicasThanDeclaredAreNamed() {
        var declared =
                TopicBuilder.name("posts").partitions(6).replicas(3).compact().build();

        assertThat(new TopicContract(declared).violations(new TopicState(6, 1, COMPACT)))
                .extracting(Violation::problem)
                .containsExactly("has 1 replicas instead of 3");
    }

    @Test
    void threeReplicasNeedTwoInSync() {
        var one = Map.of("cleanup.policy", "compact", "min.insync.replicas", "1");
        var three = Map.of("cleanup.policy", "compact", "min.insync.replicas", "3");

        assertThat(new TopicContract(POSTS).violations(new TopicState(6, 3, one)))
                .extracting(Violation::problem)
                .containsExactly("has min.insync.replicas=1 instead of 2");
        assertThat(new TopicContract(POSTS).violations(new TopicState(6, 3, three)))
                .isEmpty();
        assertThat(TopicContract.settings(POSTS, 3)).containsEntry("min.insync.replicas", "2");
    }

    @Test
    void aServiceIsNotReadyWhileEventsAreInDangerUnlessThatIsAccepted() {
        var unsafe = new Violation("posts", "deletes", "command", true);
        var harmless = new Violation("posts", "keeps too long", "command", false);

        assertThat(status(false, unsafe)).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(status(true, unsafe)).isEqualTo(new Status("DEGRADED"));
        assertThat(status(false, harmless)).isEqualTo(new Status("DEGRADED"));
    }

    @Test
    void aServiceWhoseTopicsWereNotCheckedYetIsUp() {
        var check = new ContractCheck(List::of, false, Duration.ofDays(1), InstantSource.system());

        assertThat(new ContractHealthIndicator(check).health().getStatus()).isEqualTo(Status.UP);
    }

    private static Status status(boolean accepts, Violation violation) {
        var check = new ContractCheck(() -> List.of(violation), accepts, Duration.ofDays(1), InstantSource.system());
        check.run();
        return new ContractHealthIndicator(check).health().getStatus();
    }
}
