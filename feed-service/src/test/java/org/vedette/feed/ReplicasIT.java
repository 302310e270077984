package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.events.PublicPost;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.testsupport.infrastructure.Infrastructure;

/** Two instances, readers on both, posts that come, and a rebuild in the middle of it. */
class ReplicasIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int POSTS = 200;
    private static final int READERS = 4;

    /** The topic may have posts of other tests, which a rebuild brings. */
    private static final Instant NEWEST = Instant.parse("2031-01-01T00:00:00Z");

    private static final Pattern ENTRY = Pattern.compile("urn:uuid:([0-9a-f-]{36})");

    private final List<PublicPost> posts = IntStream.range(0, POSTS)
            .mapToObj(number -> aPost().title("Post " + number)
                    .publishedAt(NEWEST.plusSeconds(number))
                    .build())
            .toList();
    private final Set<String> ours =
            posts.stream().map(post -> post.id().toString()).collect(Collectors.toSet());
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean(true);

    @Test
    void noReaderEverSeesAPostVanishAndBothInstancesEndUpEqual()
            throws ExecutionException, InterruptedException, TimeoutException {
        var database = Infrastructure.freshDatabase("replicas");
        try (var one = FeedInstance.start(database, "vedette.feed.feed-entries=200");
                var other = FeedInstance.start(database, "vedette.feed.feed-entries=200");
                var topic = new PostTopic()) {
            publish(posts.subList(0, 50), topic);
            awaitPosts(posts.subList(0, 50), one, other);
            var readers = readers(one, other);

            publish(posts.subList(50, 100), topic);
            assertThat(one.rebuild("{\"evenIfPostsAreMissing\": false}").statusCode())
                    .isEqualTo(202);
            publish(posts.subList(100, POSTS), topic);

            awaitPosts(posts, one, other);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(List.of(one, other)).allMatch(this::hasMovedOn));
            awaitPosts(posts, one, other);
            reading.set(false);
            for (var reader : readers) {
                reader.get(20, TimeUnit.SECONDS);
            }
            assertThat(complaints).isEmpty();
            assertThat(paths()).allSatisfy(path -> assertThat(tag(one, path)).isEqualTo(tag(other, path)));
        }
    }

    private List<Future<?>> readers(FeedInstance... instances) {
        var threads = Executors.newFixedThreadPool(READERS * instances.length);
        var readers = Stream.of(instances)
                .flatMap(instance ->
                        IntStream.range(0, READERS).<Future<?>>mapToObj(number -> threads.submit(() -> read(instance))))
                .toList();
        threads.shutdown();
        return readers;
    }

    /** What a reader has seen in the feed is in the next feed, and at its address. */
    private void read(FeedInstance instance) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        while (reading.get()) {
            var feed = instance.get("/feeds/rss.xml");
            complainUnless(feed.statusCode() == 200, "the feed answered " + feed.statusCode());
            var now = entries(feed.body());
            now.retainAll(ours);
            seen.stream().filter(id -> !now.contains(id)).forEach(id -> complaints.add(id + " vanished from the feed"));
            seen.addAll(now);
            seen.stream().limit(3).forEach(id -> {
                var page = instance.get("/posts/post-" + id);
                complainUnless(page.statusCode() == 200, id + " answered " + page.statusCode());
            });
        }
        complainUnless(seen.size() > 50, "a reader saw " + seen.size() + " posts only");
    }

    private void complainUnless(boolean well, String complaint) {
        if (!well) {
            complaints.add(complaint);
        }
    }

    private static void publish(List<PublicPost> posts, PostTopic topic) {
        posts.forEach(post -> topic.send(new PostPublished(post)));
    }

    private static void awaitPosts(List<PublicPost> posts, FeedInstance... instances) {
        var ids = posts.stream().map(post -> post.id().toString()).toList();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(instances)
                        .allSatisfy(instance -> assertThat(
                                        entries(instance.get("/feeds/rss.xml").body()))
                                .containsAll(ids)));
    }

    /** Its timeline came from the rebuilt version. */
    private boolean hasMovedOn(FeedInstance instance) {
        return instance.bean(CurrentTimeline.class).version().equals(Optional.of("entries_1"));
    }

    private static Set<String> entries(String feed) {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        ENTRY.matcher(feed).results().forEach(entry -> ids.add(entry.group(1)));
        return ids;
    }

    private List<String> paths() {
        return Stream.concat(Stream.of("/", "/feeds/rss.xml"), posts.stream().map(post -> "/posts/" + post.slug()))
                .toList();
    }

    private static String tag(FeedInstance instance, String path) {
        return instance.get(path).headers().firstValue("ETag").orElseThrow();
    }
}
