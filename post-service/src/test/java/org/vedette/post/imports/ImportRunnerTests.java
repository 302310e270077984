package org.vedette.post.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.content.Language;
import org.vedette.post.imports.FoundItem.Credit;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.Import.Counts;
import org.vedette.post.imports.Import.State;
import org.vedette.post.imports.ImportException.ImportsBusyException;
import org.vedette.post.imports.ImportException.NotAnEditorException;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.migration.MigrationService;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Person;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class ImportRunnerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Person ADA = new Person("ada-1", "Ada Example");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:30:00Z"), ZoneOffset.UTC);
    private static final IdGenerator IDS = Generators.timeBasedEpochGenerator()::generate;

    private final InMemoryImports imports = new InMemoryImports();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final List<String> redirected = new ArrayList<>();
    private final ImportRunner runner = new ImportRunner(imports, importer(), CLOCK);

    @Test
    void whatFailsBehindAPostLosesNoResultAndIsDoneByTheSameFileAgain() throws InterruptedException {
        isAway.set(true);

        var ended = run(items -> {
            items.accept(post("a", List.of()));
            items.accept(post("b", List.of("/old/b")));
        });
        isAway.set(false);
        var again = run(items -> items.accept(post("b", List.of("/old/b"))));

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.failure()).contains("send the same file again");
        assertThat(ended.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 0, 1, 0));
        assertThat(redirected).containsExactly("/old/b");
    }

    @Test
    void anErrorEndsTheImportAndSaysSo() throws InterruptedException {
        var ended = run(items -> {
            throw new StackOverflowError();
        });

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.failure()).contains("cannot be read here");
    }

    @Test
    void whatWaitsWhenTheReplicaStopsIsInterrupted() {
        var waiting = begun();
        var file = new TestFile(items -> {});
        assertThat(runner.offer(waiting, file)).isTrue();

        runner.stop();

        assertThat(found(waiting.id()).state()).isEqualTo(State.INTERRUPTED);
        assertThat(file.isClosed.get()).isTrue();
        assertThat(runner.offer(begun(), file)).isFalse();
    }

    @Test
    void aFileIsClosedWhenItsSenderLeavesWhileItIsOpened() throws InterruptedException {
        var file = new TestFile(items -> {});
        var isOpening = new CountDownLatch(1);
        var isLeft = new CountDownLatch(1);
        var service = new ImportService(
                (path, name) -> {
                    isOpening.countDown();
                    awaitUninterrupted(isLeft);
                    return file;
                },
                imports,
                runner,
                Schedulers.boundedElastic(),
                CLOCK,
                IDS);

        var request = service.begin(Path.of("a"), "a.md", false, new Caller(ADA, true))
                .subscribe(begun -> {}, failure -> {});
        assertThat(isOpening.await(10, TimeUnit.SECONDS)).isTrue();
        request.dispose();
        isLeft.countDown();

        assertThat(file.hasClosed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatCouldNotBeginIsRefusedBeforeItsFileIsReceived() {
        var service = new ImportService(
                (path, name) -> new TestFile(items -> {}), imports, runner, Schedulers.immediate(), CLOCK, IDS);
        var editor = new Caller(ADA, true);

        StepVerifier.create(service.requireRoom(new Caller(ADA, false))).verifyError(NotAnEditorException.class);
        StepVerifier.create(service.requireRoom(editor)).verifyComplete();
        while (runner.hasRoom()) {
            assertThat(runner.offer(begun(), new TestFile(items -> {}))).isTrue();
        }
        StepVerifier.create(service.requireRoom(editor)).verifyError(ImportsBusyException.class);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException cancelled) {
                // The file is opened nevertheless, as a slow one is.
            }
        }
    }

    private Import run(Consumer<Consumer<FoundItem>> reading) throws InterruptedException {
        var begun = begun();
        assertThat(runner.offer(begun, new TestFile(reading))).isTrue();
        runner.runNext();
        return found(begun.id());
    }

    private Import found(UUID id) {
        return imports.find(id).blockOptional(TIMEOUT).orElseThrow();
    }

    private static Import begun() {
        return new Import(
                IDS.next(),
                "a.md",
                "Test",
                false,
                ADA,
                State.WAITING,
                0,
                Counts.NONE,
                List.of(),
                null,
                CLOCK.instant(),
                CLOCK.instant());
    }

    private static FoundPost post(String name, List<String> oldPaths) {
        var date = Instant.parse("2016-06-30T10:00:00Z");
        return new FoundPost(
                name,
                "test:" + name,
                "Post " + name,
                null,
                null,
                "It waits.",
                List.of(new Credit("Ada Example", null)),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                null,
                date,
                null,
                oldPaths,
                List.of());
    }

    private Flux<String> redirect(List<String> paths) {
        return Flux.defer(() -> {
            if (isAway.get() && !paths.isEmpty()) {
                return Flux.error(new IllegalStateException("the store is away"));
            }
            redirected.addAll(paths);
            return Flux.empty();
        });
    }

    private PostImporter importer() {
        var series = new SeriesRegistry(List.of());
        var publicPosts = new PublicPostMapper(
                series,
                body -> new RenderedBody("<p>It waits.</p>", "It waits.", "It waits."),
                new AuthorService(new InMemoryAuthorNames(), Flux::empty, CLOCK),
                Schedulers.immediate());
        var migrations = new MigrationService(
                new InMemoryPosts(),
                new PostValidator(series, 100_000, picture -> Mono.just(true)),
                publicPosts,
                CLOCK,
                IDS);
        return new PostImporter(
                migrations,
                new PictureImporter(unused(), Schedulers.immediate()),
                new ContentMapper(Language.parse("en")),
                (paths, post, by) -> redirect(paths),
                new ArchiveImporter(unused(), Schedulers.immediate()));
    }

    /** No post of these tests has a picture, and none comes from an export of Vedette. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unused() {
        return null;
    }

    /** A file that notes whether it is closed. */
    private static final class TestFile implements ImportFile {

        private final Consumer<Consumer<FoundItem>> reading;
        private final AtomicBoolean isClosed = new AtomicBoolean();
        private final CountDownLatch hasClosed = new CountDownLatch(1);

        TestFile(Consumer<Consumer<FoundItem>> reading) {
            this.reading = reading;
        }

        @Override
        public String format() {
            return "Test";
        }

        @Override
        public void readItems(Consumer<FoundItem> items) {
            reading.accept(items);
        }

        @Override
        public double progress() {
            return 1;
        }

        @Override
        public Optional<byte[]> picture(String address, String location) {
            return Optional.empty();
        }

        @Override
        public void close() {
            isClosed.set(true);
            hasClosed.countDown();
        }
    }
}
