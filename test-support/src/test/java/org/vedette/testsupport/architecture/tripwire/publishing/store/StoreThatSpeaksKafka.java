package org.vedette.testsupport.architecture.tripwire.publishing.store;

import org.apache.kafka.common.TopicPartition;

class StoreThatSpeaksKafka {

    int partition(TopicPartition topic) {
        return topic.partition();
    }
}
