package org.vedette.starter.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.ServerUnavailableException;

/** Creates topics that are missing, and reads what those that exist are like. It changes none that exists. */
@MayBlock("the workers that create and check topics")
public final class TopicInspector {

    private static final long TIMEOUT_SECONDS = 10;

    private final Map<String, Object> client;
    private final Collection<NewTopic> declared;

    /** @param context declares the topics, as beans for {@link KafkaAdmin} */
    public TopicInspector(KafkaAdmin admin, ApplicationContext context) {
        this(admin.getConfigurationProperties(), new DeclaredTopics(context).all());
    }

    TopicInspector(Map<String, Object> client, Collection<NewTopic> declared) {
        this.client = client;
        this.declared = List.copyOf(declared);
    }

    /** What Spring Kafka finds in the context. */
    private static final class DeclaredTopics extends KafkaAdmin {

        DeclaredTopics(ApplicationContext context) {
            super(Map.of());
            setApplicationContext(context);
        }

        Collection<NewTopic> all() {
            return newTopics();
        }
    }

    /** Creates the topics that do not exist; fails while the broker cannot be reached. */
    public void createMissing() {
        try (var admin = Admin.create(client)) {
            var existing = await(admin.listTopics().names());
            var missing = declared.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(TopicInspector::complete)
                    .toList();
            await(admin.createTopics(missing).all());
        } catch (TopicExistsException created) {
            // Another service was faster.
            return;
        }
    }

    private static NewTopic complete(NewTopic topic) {
        return new NewTopic(topic.name(), topic.numPartitions(), topic.replicationFactor())
                .configs(TopicContract.settings(topic, topic.replicationFactor()));
    }

    /** What of the topics is not as it should be; fails while the broker cannot be reached. */
    List<Violation> violations() {
        var names = declared.stream().map(NewTopic::name).collect(Collectors.toSet());
        try (var admin = Admin.create(client)) {
            var existing = await(admin.listTopics().names());
            names.retainAll(existing);
            var states = states(admin, names);
            return declared.stream()
                    .flatMap(topic -> violations(topic, states.get(topic.name())))
                    .toList();
        }
    }

    /** @param state null when the topic does not exist */
    private static Stream<Violation> violations(NewTopic topic, @Nullable TopicState state) {
        return state == null ? Stream.empty() : new TopicContract(topic).violations(state).stream();
    }

    private static Map<String, TopicState> states(Admin admin, Set<String> names) {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var settings = await(admin.describeConfigs(resources).all());
        var states = new HashMap<String, TopicState>();
        await(admin.describeTopics(names).allTopicNames()).forEach((name, description) -> {
            var config = settings.get(new ConfigResource(ConfigResource.Type.TOPIC, name));
            states.put(name, state(description, config == null ? List.of() : config.entries()));
        });
        return states;
    }

    private static TopicState state(TopicDescription description, Collection<ConfigEntry> entries) {
        var settings = entries.stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        var replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new TopicState(description.partitions().size(), replicas, settings);
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            Failures.find(failure, TopicExistsException.class).ifPresent(exists -> {
                throw exists;
            });
            throw new ServerUnavailableException(
                    "the broker refuses: " + Failures.root(failure).getMessage());
        } catch (TimeoutException slow) {
            throw new ServerUnavailableException("the broker does not answer");
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailableException("interrupted while the broker was asked");
        }
    }
}
