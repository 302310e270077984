package org.vedette.starter.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What a topic must be like: as it is declared, and with at least two replicas in sync where it has three or more. */
record TopicContract(NewTopic declared) {

    private static final int REPLICAS_THAT_SURVIVE = 3;
    private static final String IN_SYNC = "2";
    private static final String COMPACT = TopicConfig.CLEANUP_POLICY_COMPACT;

    /** The settings, with those that the number of replicas asks for. */
    static Map<String, String> settings(NewTopic declared, int replicas) {
        var settings = new TreeMap<>(declared.configs() == null ? Map.<String, String>of() : declared.configs());
        if (replicas >= REPLICAS_THAT_SURVIVE) {
            settings.putIfAbsent(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, IN_SYNC);
        }
        return settings;
    }

    List<Violation> violations(TopicState state) {
        var found = new ArrayList<Violation>();
        checkPartitions(state.partitions(), found);
        checkReplicas(state.replicas(), found);
        settings(declared, state.replicas())
                .forEach((name, wanted) ->
                        checkSetting(name, wanted, state.settings().getOrDefault(name, ""), found));
        return found;
    }

    /** The key decides the partition, so that another number of them would tear the events of a post apart. */
    private void checkPartitions(int partitions, List<Violation> found) {
        var wanted = declared.numPartitions();
        if (partitions == wanted) {
            return;
        }
        var canBeRaised = partitions < wanted && !isCompacted();
        found.add(violation(
                "has " + partitions + " partitions instead of " + wanted,
                canBeRaised
                        ? "kafka-topics.sh --bootstrap-server BROKER --alter --topic %s --partitions %d"
                                .formatted(declared.name(), wanted)
                        : "copy its records to a new topic with " + wanted
                                + " partitions, which takes the name of this one; never change the number of"
                                + " partitions of a topic with keys",
                false));
    }

    private void checkReplicas(int replicas, List<Violation> found) {
        var wanted = declared.replicationFactor();
        if (replicas < wanted) {
            found.add(violation(
                    "has " + replicas + " replicas instead of " + wanted,
                    "kafka-reassign-partitions.sh --bootstrap-server BROKER --execute, with a plan that names " + wanted
                            + " brokers for each partition of " + declared.name(),
                    false));
        }
    }

    private void checkSetting(String name, String wanted, String actual, List<Violation> found) {
        if (actual.equals(wanted) || isMore(name, wanted, actual)) {
            return;
        }
        var isUnsafe = name.equals(TopicConfig.CLEANUP_POLICY_CONFIG) && isCompacted();
        found.add(violation(
                "has " + name + "=" + actual + " instead of " + wanted
                        + (isUnsafe ? ", so that the broker deletes events that were acknowledged" : ""),
                "kafka-configs.sh --bootstrap-server BROKER --alter --entity-type topics --entity-name %s --add-config %s=%s"
                        .formatted(declared.name(), name, wanted),
                isUnsafe));
    }

    /** More replicas in sync, or larger records, are no harm. */
    private static boolean isMore(String name, String wanted, String actual) {
        var counts = name.equals(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                || name.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return counts && actual.matches("\\d{1,18}") && Long.parseLong(actual) > Long.parseLong(wanted);
    }

    private boolean isCompacted() {
        return declared.configs() != null && COMPACT.equals(declared.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG));
    }

    private Violation violation(String problem, String remedy, boolean isUnsafe) {
        return new Violation(declared.name(), problem, remedy, isUnsafe);
    }
}
