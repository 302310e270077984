package org.vedette.post.studio.posts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.listing.IndexUpdater;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.index.LucenePostIndex;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.InMemoryPosts;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PostListsTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final InMemoryPosts posts = new InMemoryPosts();
    private LucenePostIndex index;
    private IndexUpdater updater;
    private PostLists lists;

    @BeforeEach
    void open(@TempDir Path directory) {
        index = new LucenePostIndex(directory);
        updater = new IndexUpdater(posts, index, Clock.fixed(NOW, ZoneOffset.UTC));
        lists = new PostLists(new ListingService(index, updater, posts, Schedulers.immediate()));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void manyScheduledPostsHideNoneThatIsDueSoonOrFailed() {
        var next = scheduled(NOW.plusSeconds(60));
        var failed = failed(NOW.minus(DAY));
        var ofTheWeek = IntStream.range(0, 120)
                .mapToObj(number -> scheduled(NOW.plus(DAY.multipliedBy(7)).plusSeconds(number)))
                .toList();
        var later = IntStream.range(0, 120)
                .mapToObj(number -> scheduled(NOW.plus(DAY.multipliedBy(30))))
                .toList();
        updater.update();

        assertThat(later).hasSize(120);
        assertThat(ids(lists.waiting(Changes.EDITOR))).hasSize(100).startsWith(next);
        assertThat(ids(lists.notPublished(Changes.EDITOR))).containsExactly(failed);
        assertThat(ids(lists.due(NOW.plus(DAY.multipliedBy(7)), NOW.plus(DAY.multipliedBy(14)), Changes.EDITOR)))
                .isEqualTo(ofTheWeek);
        assertThat(ids(lists.due(NOW, NOW.plus(DAY), Changes.EDITOR))).containsExactly(next);
    }

    @Test
    void aPostOfLastSpringThatIsPublishedNowIsAmongThePublishedOnes() {
        var old = draft();
        for (var number = 0; number < 12; number++) {
            store(draft().published(NOW.minus(DAY)));
        }
        store(old.published(NOW));
        updater.update();

        assertThat(ids(lists.publishedLast(10, Changes.EDITOR))).hasSize(10).startsWith(old.id());
    }

    private PostId scheduled(Instant at) {
        return store(draft().scheduled(Schedule.at(at, false)));
    }

    private PostId failed(Instant at) {
        var post = draft().scheduled(Schedule.at(at, false));
        store(post);
        Scheduled failed = post.failed("It is wrong.");
        return store(failed);
    }

    private Draft draft() {
        var id = new PostId(Generators.timeBasedEpochGenerator().generate());
        var content = aSubmission().build().content();
        var draft = new Draft(id, Revision.FIRST, new Slug("post-" + id), content, null, NOW);
        store(draft);
        return draft;
    }

    @CanIgnoreReturnValue
    private PostId store(Post post) {
        return posts.store(Changes.to(post))
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .id();
    }

    private static List<PostId> ids(Mono<? extends List<? extends Post>> found) {
        return found.blockOptional(TIMEOUT).orElseThrow().stream().map(Post::id).toList();
    }
}
