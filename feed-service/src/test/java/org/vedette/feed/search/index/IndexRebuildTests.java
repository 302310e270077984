package org.vedette.feed.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.SearchQuery;
import org.vedette.testsupport.events.PublicPosts;

class IndexRebuildTests {

    private static final SearchQuery QUERY = SearchQuery.of("loader");

    private final UnreadableEntries unreadable = new UnreadableEntries();

    @TempDir
    private Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = new LuceneSearchIndex(folder, 16, unreadable);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void thePreviousIndexServesUntilTheNewOneIsComplete() {
        index.put(List.of(entry(aPost())));

        try (var building = index.rebuild()) {
            building.add(List.of(entry(aPost()), entry(aPost())));
            assertThat(total()).isEqualTo(1);
            building.complete();
        }

        assertThat(total()).isEqualTo(2);
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIndexedIsLeftOutAndNothingElseIs() {
        var unindexable = entry(aPost().tagged("a".repeat(40_000)));
        var fine = entry(aPost());

        try (var building = index.rebuild()) {
            building.add(List.of(unindexable, fine));
            building.complete();
        }

        assertThat(total()).isEqualTo(1);
        assertThat(unreadable.affecting("entries"))
                .containsExactly(unindexable.id().toString());
    }

    @Test
    void whatCannotBeIndexedAnyMoreIsNotFoundAsItWas() {
        var fine = entry(aPost());
        var spoilt = entry(aPost());
        index.put(List.of(spoilt));

        index.put(List.of(entry(aPost().id(spoilt.id()).revision(2).tagged("a".repeat(40_000))), fine));
        assertThat(total()).isEqualTo(1);

        index.put(List.of(entry(aPost().id(spoilt.id()).revision(3))));
        assertThat(total()).isEqualTo(2);
        assertThat(unreadable.affecting("entries")).isEmpty();
    }

    @Test
    void changesDuringARebuildAreFoundBeforeAndAfterAndNoOlderRevisionUndoesThem() {
        var old = entry(aPost().revision(1).title("Old"));
        var changed = entry(aPost().id(old.id()).revision(2).title("Changed"));
        var withdrawn = entry(aPost().revision(1).title("Gone"));
        var added = entry(aPost().title("Added"));

        try (var building = index.rebuild()) {
            index.put(
                    List.of(changed, added, new Tombstone(withdrawn.id(), 2, "gone", List.of(), null, Instant.EPOCH)));
            assertThat(index.find(SearchQuery.of("changed")).total()).isEqualTo(1);
            building.add(List.of(old, withdrawn));
            building.complete();
        }

        assertThat(index.find(SearchQuery.of("changed")).total()).isEqualTo(1);
        assertThat(index.find(SearchQuery.of("added")).total()).isEqualTo(1);
        assertThat(index.find(SearchQuery.of("old")).total()).isZero();
        assertThat(index.find(SearchQuery.of("gone")).total()).isZero();
    }

    @Test
    void aDiscardedRebuildLeavesNothing() throws IOException {
        index.put(List.of(entry(aPost())));

        try (var building = index.rebuild()) {
            building.add(List.of(entry(aPost())));
        }

        assertThat(total()).isEqualTo(1);
        assertThat(folders()).isEqualTo(1);
    }

    @Test
    void aSecondRebuildReplacesTheFirst() throws IOException {
        var first = index.rebuild();
        try (var second = index.rebuild()) {
            second.add(List.of(entry(aPost())));
            second.complete();
        }

        assertThatIllegalStateException().isThrownBy(first::complete);
        first.close();
        assertThat(total()).isEqualTo(1);
        assertThat(folders()).isEqualTo(1);
    }

    @Test
    void searchesNeverMissAPostWhileIndexAfterIndexIsBuilt() throws Exception {
        List<ProjectedPost> posts = IntStream.range(0, 200)
                .<ProjectedPost>mapToObj(n -> entry(aPost()))
                .toList();
        index.put(posts);
        var stop = new AtomicBoolean();
        var searches = CompletableFuture.supplyAsync(() -> searchUntil(stop));

        for (var round = 0; round < 20; round++) {
            try (var building = index.rebuild()) {
                building.add(posts);
                building.complete();
            }
        }

        stop.set(true);
        assertThat(searches.get(30, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void nothingIsLeftOnDiskAfterTheEnd() throws IOException {
        index.put(List.of(entry(aPost())));
        var abandoned = index.rebuild();
        abandoned.add(List.of(entry(aPost())));

        index.close();

        assertThat(folders()).isZero();
        index = new LuceneSearchIndex(folder, 16, new UnreadableEntries());
    }

    @Test
    void abandonedIndexesAreDeletedAndThoseInUseAreNot() throws IOException {
        var abandoned = Files.createDirectory(folder.resolve("vedette-search-left"));
        Files.writeString(abandoned.resolve("segments"), "old");
        var inUse = onlyFolder(abandoned);
        age(abandoned);
        age(inUse);

        new LuceneSearchIndex(folder, 16, new UnreadableEntries()).close();

        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
        index.put(List.of(entry(aPost())));
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatAnotherProcessDeletesMeanwhileKeepsNoIndexFromStarting() throws IOException {
        Files.createSymbolicLink(folder.resolve("vedette-search-deleted"), folder.resolve("nowhere"));

        var other = new LuceneSearchIndex(folder, 16, new UnreadableEntries());

        assertThat(other.size()).isZero();
        other.close();
    }

    private long searchUntil(AtomicBoolean stop) {
        var searches = 0L;
        while (!stop.get()) {
            assertThat(total()).isEqualTo(200);
            searches++;
        }
        return searches;
    }

    private long total() {
        return index.find(QUERY).total();
    }

    private long folders() throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    private Path onlyFolder(Path except) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> !path.equals(except)).findFirst().orElseThrow();
        }
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
    }

    private static Entry entry(PublicPosts post) {
        return new Entry(post.build(), null, Instant.EPOCH);
    }
}
