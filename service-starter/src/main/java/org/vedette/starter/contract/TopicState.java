package org.vedette.starter.contract;

import java.util.Map;

/**
 * A topic as it is on the broker.
 *
 * @param replicas of the partition that has the fewest
 * @param settings by name, those included that have their defaults
 */
record TopicState(int partitions, int replicas, Map<String, String> settings) {

    TopicState {
        settings = Map.copyOf(settings);
    }
}
