package org.vedette.post.listing.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.listing.IndexBrokenException;
import org.vedette.post.listing.IndexUpdater;
import org.vedette.post.listing.IndexUpdates;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostSummary;
import reactor.core.scheduler.Schedulers;

/** The index of lists on a disk that fills and has space again. */
class FullDiskTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final AtomicBoolean isFull = new AtomicBoolean();
    private final InMemoryPosts posts = new InMemoryPosts();
    private Path directory;
    private LucenePostIndex index;
    private IndexUpdater updater;
    private IndexUpdates updates;
    private ListingService listing;

    @BeforeEach
    void open(@TempDir Path parent) {
        directory = parent;
        index = new LucenePostIndex(parent, files -> new FillingDirectory(files, isFull));
        updater = new IndexUpdater(posts, index, Clock.fixed(NOW, ZoneOffset.UTC));
        updates = new IndexUpdates(index, Schedulers.immediate());
        listing = new ListingService(index, updater, posts, Schedulers.immediate());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void listsSayThatTheirDiskIsFullAndAreCompleteOnceThereIsSpace() throws IOException {
        var first = stored();
        updater.update();
        assertThat(drafts()).containsExactly(first);

        isFull.set(true);
        var second = stored();
        assertThatThrownBy(this::drafts)
                .isInstanceOf(IndexBrokenException.class)
                .hasMessageContaining("disk is full");
        var third = stored();
        assertThatThrownBy(updater::update).isInstanceOf(IndexBrokenException.class);
        assertThatThrownBy(this::drafts).isInstanceOf(IndexBrokenException.class);
        assertThat(health()).isEqualTo(new Status("DEGRADED"));

        isFull.set(false);
        updater.update();

        assertThat(drafts()).containsExactlyInAnyOrder(first, second, third);
        assertThat(health()).isEqualTo(Status.UP);
        try (var directories = Files.list(directory)) {
            assertThat(directories).hasSize(1);
        }
    }

    @Test
    void whatIsStoredMeanwhileIsNotRefused() {
        updater.update();
        isFull.set(true);
        assertThatCode(this::stored).doesNotThrowAnyException();
        assertThatThrownBy(this::drafts).isInstanceOf(IndexBrokenException.class);

        assertThatCode(this::stored).doesNotThrowAnyException();
    }

    private PostId stored() {
        var id = new PostId(Generators.timeBasedEpochGenerator().generate());
        var content = aSubmission().build().content();
        var draft = new Draft(id, Revision.FIRST, new Slug("post-" + id), content, null, NOW);
        posts.store(Changes.to(draft)).block(TIMEOUT);
        updates.put(new IndexedPost(draft, "ada")).block(TIMEOUT);
        return id;
    }

    private List<PostId> drafts() {
        return listing
                .find(PostQuery.ofStatus("draft", 10), Changes.EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .posts()
                .stream()
                .map(PostSummary::post)
                .map(Post::id)
                .toList();
    }

    private Status health() {
        return new ListsHealthIndicator(updater, index).health().getStatus();
    }

    /** Fails as the file system does. */
    private static final class FillingDirectory extends FilterDirectory {

        private final AtomicBoolean isFull;

        FillingDirectory(Directory files, AtomicBoolean isFull) {
            super(files);
            this.isFull = isFull;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            requireSpace();
            return super.createOutput(name, context);
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            requireSpace();
            return super.createTempOutput(prefix, suffix, context);
        }

        private void requireSpace() throws IOException {
            if (isFull.get()) {
                throw new IOException("No space left on device");
            }
        }
    }
}
