package org.vedette.starter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topic to which the dead letters of another topic are sent. */
public final class DeadLetterTopic {

    private static final String SUFFIX = "-dlt";

    /** In which an operator can examine a dead letter. */
    private static final Duration RETENTION = Duration.ofDays(90);

    private DeadLetterTopic() {}

    public static String nameOf(String topic) {
        return topic + SUFFIX;
    }

    /** Declares it with as many partitions and replicas as the other topic has, for records that are as large. */
    public static NewTopic of(NewTopic topic) {
        var settings = new HashMap<String, String>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()));
        var configs = topic.configs() == null ? Map.<String, String>of() : topic.configs();
        if (configs.containsKey(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, configs.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        }
        return new NewTopic(nameOf(topic.name()), topic.numPartitions(), topic.replicationFactor()).configs(settings);
    }
}
