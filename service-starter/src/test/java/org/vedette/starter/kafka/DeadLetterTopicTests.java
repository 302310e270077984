package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class DeadLetterTopicTests {

    private static final String NINETY_DAYS = "7776000000";

    @Test
    void itHasThePartitionsAndReplicasOfTheTopic() {
        var deadLetters = DeadLetterTopic.of(new NewTopic("posts", 6, (short) 3));

        assertThat(deadLetters)
                .isEqualTo(new NewTopic("posts-dlt", 6, (short) 3).configs(Map.of("retention.ms", NINETY_DAYS)));
    }

    @Test
    void itTakesRecordsAsLargeAsTheTopicAndHasNoOtherSettingOfIt() {
        var posts = new NewTopic("posts", 1, (short) 1)
                .configs(Map.of("max.message.bytes", "4000000", "cleanup.policy", "compact"));

        assertThat(DeadLetterTopic.of(posts).configs())
                .isEqualTo(Map.of("retention.ms", NINETY_DAYS, "max.message.bytes", "4000000"));
    }
}
