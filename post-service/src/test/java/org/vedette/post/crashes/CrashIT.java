package org.vedette.post.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.crashes.KilledReplica.Life;
import org.vedette.post.crashes.PostRecords.Received;
import org.vedette.testsupport.identity.TestTokenIssuer;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

/**
 * Two replicas, each with a relay and a scheduler, are killed at random with {@code kill -9} while posts are scheduled, published
 * and revised through them. The number of posts is {@code vedette.test.crash-posts}.
 */
@WithInfrastructure
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final int POSTS = Integer.getInteger("vedette.test.crash-posts", 32);
    private static final int EDITORS = 4;

    /** What is promised of a schedule. */
    private static final Duration MAX_LATENESS = Duration.ofSeconds(2);

    /** The claim of a relay that was killed keeps others from the events of a post for so long, so that none overtakes another. */
    private static final Duration CLAIM = Duration.ofSeconds(12);

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final TestTokenIssuer tokens = new TestTokenIssuer();
    private final long seed = Long.getLong("vedette.test.crash-seed", System.nanoTime());
    private final ExecutorService threads = Executors.newFixedThreadPool(EDITORS + 2);
    private final List<KilledReplica> replicas = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void end() throws InterruptedException {
        for (var replica : replicas) {
            replica.stay();
        }
        threads.shutdownNow();
        for (var replica : replicas) {
            replica.killForGood();
        }
    }

    /**
     * A post and what became of it.
     *
     * @param due when it is to be published; null for at once
     */
    private record Posted(UUID id, @Nullable Instant due, Instant asked) {}

    @Test
    void everyEventArrivesInOrderOnceAndInTimeWhicheverReplicaIsKilled() throws Exception {
        log.info("{} posts, seed {}", POSTS, seed);
        try (var topic = startReplicas()) {
            var running = replicas.stream().map(threads::submit).toList();
            var posted = post(topic);
            awaitArrival(posted, topic);
            replicas.forEach(KilledReplica::stay);
            for (var replica : running) {
                assertThat(get(replica)).isNull();
            }
            var kills = replicas.stream()
                    .mapToInt(replica -> replica.lives().size() - 1)
                    .sum();

            assertThat(kills).as("kills").isGreaterThanOrEqualTo(4);
            assertThat(posted).allSatisfy(post -> assertEvents(post, topic));
            assertThat(posted).allSatisfy(this::assertStored);
            report(posted, topic, kills);
        }
    }

    /** One replica begins alone, so that collections and topics are there. */
    private PostRecords startReplicas() throws Exception {
        var settings = Map.of(
                "SPRING_CONFIG_NAME", "post-service",
                "VEDETTE_KAFKA", Infrastructure.kafka(),
                "VEDETTE_MONGODB", Infrastructure.mongodb(),
                "VEDETTE_POST_DATABASE", Infrastructure.freshDatabase("crashes"),
                "VEDETTE_BASE_URL", "https://blog.example",
                "VEDETTE_POST_INDEX_DIRECTORY", directory.toString(),
                "VEDETTE_JWKS", tokens.jwks());
        var first = ReplicaProcess.launch(settings, directory, 0);
        assertThat(first.awaitReady()).isTrue();
        var topic = PostRecords.fromNowOn(Infrastructure.kafka());
        first.kill();
        IntStream.of(1, 2)
                .mapToObj(number -> new KilledReplica(number, settings, directory, seed))
                .forEach(replicas::add);
        return topic;
    }

    private List<Posted> post(PostRecords topic) throws Exception {
        var editor = new PersistentEditor(replicas, tokens);
        var editing = IntStream.range(0, EDITORS)
                .mapToObj(number -> threads.submit((Callable<List<Posted>>) () -> post(number, editor)))
                .toList();
        while (!editing.stream().allMatch(Future::isDone)) {
            topic.poll();
        }
        var posted = new ArrayList<Posted>();
        for (var each : editing) {
            posted.addAll(get(each));
        }
        return posted;
    }

    /** Every second post is scheduled; the others are published at once, and then revised twice. */
    private List<Posted> post(int editor, PersistentEditor api) throws InterruptedException {
        var random = new Random(seed + editor);
        var posted = new ArrayList<Posted>();
        for (var number = editor; number < POSTS; number += EDITORS) {
            var id = api.post("/api/posts", "draft-" + number, draft(number))
                    .at("/id")
                    .asString();
            var path = "/api/posts/" + id;
            var now = Instant.now();
            if (number / EDITORS % 2 == 0) {
                var due = now.plusMillis(2_000 + random.nextInt(8_000));
                var answer = api.post(path + "/publication", "publish-" + number, "{\"publishAt\": \"" + due + "\"}");
                if (answer.at("/status").asString().equals("scheduled")) {
                    posted.add(new Posted(UUID.fromString(id), due, now));
                }
            } else {
                api.post(path + "/publication", "publish-" + number, "{}");
                api.patch(path, "{\"tags\": [\"once\"]}");
                api.patch(path, "{\"tags\": [\"once\", \"twice\"]}");
                posted.add(new Posted(UUID.fromString(id), null, now));
            }
        }
        return posted;
    }

    private static String draft(int number) {
        return "{\"title\": \"Post %d\", \"body\": \"It waits.\", \"bylines\": [{\"name\": \"Ada Example\"}]}"
                .formatted(number);
    }

    private static void awaitArrival(List<Posted> posted, PostRecords topic) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (posted.stream().anyMatch(post -> topic.eventsOf(post.id()).size() < expected(post))
                && System.nanoTime() < deadline) {
            topic.poll();
        }
        // Whoever was killed before it noted what it sent has it sent again.
        topic.poll();
    }

    private static int expected(Posted post) {
        return post.due() == null ? 3 : 1;
    }

    /** Each event at least once, none of another kind or revision, the newest last. */
    private static void assertEvents(Posted post, PostRecords topic) {
        var events = topic.eventsOf(post.id());
        var records = topic.of(post.id());
        if (post.due() == null) {
            assertThat(events).extracting(Received::type).containsExactly("published", "revised", "revised");
            assertThat(events).extracting(Received::revision).containsExactly(2L, 3L, 4L);
        } else {
            assertThat(events).extracting(Received::type).containsExactly("published");
            assertThat(events).extracting(Received::revision).containsExactly(3L);
        }
        assertThat(records.get(records.size() - 1).revision())
                .isEqualTo(events.get(events.size() - 1).revision());
    }

    /** Published by one revision, and not late where a replica lived. */
    private void assertStored(Posted post) {
        var publications = publications(post);
        assertThat(publications).hasSize(1);
        if (post.due() != null) {
            assertThat(unexcused(post.due(), publications.get(0)))
                    .as("late, due %s", post.due())
                    .isLessThan(MAX_LATENESS);
        }
    }

    /** When the revisions that published a post were stored. */
    private List<Instant> publications(Posted post) {
        try {
            var revisions = new PersistentEditor(replicas, tokens)
                    .get("/api/posts/" + post.id() + "/revisions")
                    .at("/revisions");
            return revisions
                    .valueStream()
                    .filter(revision -> revision.at("/changed")
                            .valueStream()
                            .anyMatch(name -> name.asString().equals("status")))
                    .filter(revision ->
                            post.due() == null || revision.at("/revision").asLong() == 3)
                    .map(revision -> Instant.parse(revision.at("/at").asString()))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How long it took from one time to the other, without the time in which no replica lived. */
    private Duration unexcused(Instant from, Instant until) {
        var alive = Duration.ZERO;
        var counted = from;
        for (var life : livesByBeginning()) {
            var begin = life.from().isAfter(counted) ? life.from() : counted;
            var end = life.until().isBefore(until) ? life.until() : until;
            if (begin.isBefore(end)) {
                alive = alive.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return alive;
    }

    private List<Life> livesByBeginning() {
        return replicas.stream()
                .flatMap(replica -> replica.lives().stream())
                .sorted(Comparator.comparing(Life::from))
                .toList();
    }

    private void report(List<Posted> posted, PostRecords topic, int kills) {
        var late = posted.stream()
                .filter(post -> post.due() != null)
                .map(post -> unexcused(post.due(), publications(post).get(0)))
                .sorted()
                .toList();
        var onTopic = posted.stream()
                .filter(post -> post.due() != null)
                .map(post ->
                        unexcused(post.due(), topic.eventsOf(post.id()).get(0).at()))
                .sorted()
                .toList();
        var records =
                posted.stream().mapToInt(post -> topic.of(post.id()).size()).sum();
        var events = posted.stream()
                .mapToInt(post -> topic.eventsOf(post.id()).size())
                .sum();
        log.info(
                "{} posts, {} of them scheduled; {} kills; {} events in {} records; stored late by {} in the middle and {} at"
                        + " most, on the topic by {} and {}, {} of them by more than {}",
                posted.size(),
                late.size(),
                kills,
                events,
                records,
                middle(late),
                last(late),
                middle(onTopic),
                last(onTopic),
                onTopic.stream()
                        .filter(each -> each.compareTo(MAX_LATENESS) > 0)
                        .count(),
                MAX_LATENESS);
        assertThat(last(onTopic)).as("late on the topic").isLessThan(CLAIM.plus(MAX_LATENESS));
    }

    private static Duration middle(List<Duration> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static Duration last(List<Duration> sorted) {
        return sorted.get(sorted.size() - 1);
    }

    private static <T> T get(Future<T> task) throws Exception {
        return task.get(TIMEOUT.toSeconds() * 3, TimeUnit.SECONDS);
    }
}
