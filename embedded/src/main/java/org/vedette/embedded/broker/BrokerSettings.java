package org.vedette.embedded.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's settings for one node that is broker and controller, with little memory and short timeouts.
 *
 * @param security what clients need; null for nothing. The node itself uses a port of its own then
 */
record BrokerSettings(
        Path directory,
        int port,
        int controllerPort,
        int internalPort,
        @Nullable BrokerSecurity security) {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    static final String HOST = "127.0.0.1";

    private static final String CLIENTS = "CLIENTS";
    private static final String MECHANISM = "SCRAM-SHA-512";

    /** How long the parts of the broker wait for each other at the start; Kafka's default is for ever. */
    static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** Largest batch of records the broker takes, in bytes; above 4 MiB, the largest record of the suite. */
    static final int MESSAGE_MAX_BYTES = 5 * 1024 * 1024;

    private static final String HOUR_MILLIS = "3600000";
    private static final String ONE = "1";
    private static final List<String> SET_TO_ONE = List.of(
            "default.replication.factor",
            "min.insync.replicas",
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "transaction.state.log.num.partitions",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr",
            "share.coordinator.state.topic.num.partitions",
            "num.network.threads",
            "num.recovery.threads.per.data.dir",
            "group.coordinator.threads",
            "share.coordinator.threads",
            "log.cleaner.threads");

    String listener() {
        return HOST + ":" + port;
    }

    /** The login that the directory is formatted with. */
    List<String> logins() {
        return security == null
                ? List.of()
                : List.of("%s=[name=%s,password=%s]".formatted(MECHANISM, security.username(), security.password()));
    }

    BrokerHaltedException startFailure(RuntimeException failure) {
        return new BrokerHaltedException(
                "The broker did not start on " + listener() + " with " + directory + ": " + failure.getMessage(),
                failure);
    }

    Map<String, String> toProperties() {
        var settings = new HashMap<String, String>();
        addListeners(settings);
        addSizes(settings);
        addTimeouts(settings);
        addIdleIntervals(settings);
        SET_TO_ONE.forEach(name -> settings.put(name, ONE));
        settings.put("auto.create.topics.enable", "false");
        return settings;
    }

    private void addListeners(Map<String, String> settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("log.dirs", directory.toAbsolutePath().toString());
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        var listeners = security == null
                ? "PLAINTEXT://" + listener()
                : CLIENTS + "://" + listener() + ",PLAINTEXT://" + HOST + ":" + internalPort;
        settings.put("listeners", listeners + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", listeners);
        if (security != null) {
            addSecurity(settings, security);
        }
    }

    private static void addSecurity(Map<String, String> settings, BrokerSecurity security) {
        var listener = "listener.name.clients.";
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put(
                listener + "scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put(listener + "ssl.keystore.type", "PEM");
        settings.put(listener + "ssl.keystore.certificate.chain", PemFile.text(security.certificate()));
        settings.put(listener + "ssl.keystore.key", PemFile.text(security.key()));
    }

    private static void addSizes(Map<String, String> settings) {
        settings.put("message.max.bytes", Integer.toString(MESSAGE_MAX_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(MESSAGE_MAX_BYTES));
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(256 * 1024));
        settings.put("metadata.log.segment.bytes", Integer.toString(16 * 1024 * 1024));
    }

    private static void addTimeouts(Map<String, String> settings) {
        settings.put("server.max.startup.time.ms", Long.toString(START_TIMEOUT.toMillis()));
        // A broker that was killed can register again only after its session has ended.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
    }

    /**
     * Keeps the idle broker from writing: a write that fails on a full disk ends it, and it would have to be started again
     * when there is room.
     */
    private static void addIdleIntervals(Map<String, String> settings) {
        settings.put("metadata.max.idle.interval.ms", "0");
        settings.put("replica.high.watermark.checkpoint.interval.ms", HOUR_MILLIS);
        settings.put("log.flush.offset.checkpoint.interval.ms", HOUR_MILLIS);
        settings.put("log.flush.start.offset.checkpoint.interval.ms", HOUR_MILLIS);
    }
}
