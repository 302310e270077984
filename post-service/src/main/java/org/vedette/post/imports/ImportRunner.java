package org.vedette.post.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.State;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;
import reactor.core.Exceptions;
import reactor.core.publisher.Signal;

/** Works on the imports that this replica received, one after another. */
@MayBlock("the thread of its worker")
public final class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int MAX_WAITING = 4;
    private static final int BATCH = 64;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    /** Longer than the store is away for a moment. */
    static final Duration SAVE_TIMEOUT = Duration.ofSeconds(30);

    /** Longer than an item with many large pictures takes, once those before it are done. */
    static final Duration ITEM_TIMEOUT = Duration.ofMinutes(10);

    private final Imports imports;
    private final PostImporter importer;
    private final Clock clock;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>(MAX_WAITING);
    private volatile boolean stopping;

    /** @param importer imports the items */
    ImportRunner(Imports imports, PostImporter importer, Clock clock) {
        this.imports = imports;
        this.importer = importer;
        this.clock = clock;
    }

    /** An import, and its file, which is closed after it. */
    private record Task(Import run, ImportFile file) {}

    /** False when too many wait, or the replica stops. */
    boolean hasRoom() {
        return !stopping && tasks.remainingCapacity() > 0;
    }

    /** False when too many wait. */
    boolean offer(Import run, ImportFile file) {
        var task = new Task(run, file);
        return !stopping && tasks.offer(task) && !(stopping && tasks.remove(task));
    }

    /** Works on the next import, if there is one within a second. */
    public void runNext() throws InterruptedException {
        var task = tasks.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        if (task != null) {
            try (var file = task.file()) {
                new Running(task.run(), file).run();
            }
        }
    }

    /** Allows imports (again). */
    public void start() {
        stopping = false;
    }

    /** Ends the import at hand after its batch; those that wait are not begun, and say so. */
    public void stop() {
        stopping = true;
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.file().close();
            interrupt(task.run());
        }
    }

    private void interrupt(Import waiting) {
        try {
            imports.save(waiting.with(State.INTERRUPTED, null, clock.instant())).block(STOP_TIMEOUT);
        } catch (RuntimeException failure) {
            log.warn("Import {} was not begun, and could not be stored as interrupted", waiting.id(), failure);
        }
    }

    /** Ends the reading of a file because the replica stops. */
    private static final class StoppedException extends RuntimeException {
        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    /** One import while somebody works on it. */
    @ThreadConfined("the thread of the worker")
    private final class Running {

        private final Import begun;
        private final ImportFile file;
        private final ImportReport report = new ImportReport();
        private final List<FoundItem> batch = new ArrayList<>();
        private Instant savedAt = Instant.EPOCH;

        Running(Import begun, ImportFile file) {
            this.begun = begun;
            this.file = file;
        }

        void run() {
            try {
                save(current());
                file.readItems(this::add);
                importBatch();
                end(State.FINISHED, null);
            } catch (StoppedException stopped) {
                end(State.INTERRUPTED, null);
            } catch (Error failure) {
                log.error("Import {} ended early", begun.id(), failure);
                end(
                        State.FAILED,
                        "The file has something that cannot be read here, and what is behind it was not imported: import it in"
                                + " parts, without the item that comes next.");
            } catch (RuntimeException failure) {
                log.warn("Import {} ended early", begun.id(), failure);
                end(
                        State.FAILED,
                        "The posts could not be stored: send the same file again, which goes on where this ended.");
            }
        }

        private void add(FoundItem item) {
            batch.add(item);
            if (batch.size() >= BATCH) {
                importBatch();
            }
        }

        private void importBatch() {
            if (stopping) {
                throw new StoppedException();
            }
            var results = new LinkedBlockingQueue<Signal<ItemResult>>();
            var work = importer.importAll(List.copyOf(batch), file, begun)
                    .materialize()
                    .subscribe(results::add, failure -> results.add(Signal.error(failure)));
            try {
                for (var result = next(results); !result.isOnComplete(); result = next(results)) {
                    keep(result);
                }
            } finally {
                work.dispose();
            }
            batch.clear();
        }

        private Signal<ItemResult> next(BlockingQueue<Signal<ItemResult>> results) {
            try {
                var next = results.poll(ITEM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                return next == null ? Signal.error(new TimeoutException("no result within " + ITEM_TIMEOUT)) : next;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
        }

        /** A failure comes behind the results before it. */
        private void keep(Signal<ItemResult> result) {
            var failure = result.getThrowable();
            if (failure != null) {
                throw Exceptions.propagate(failure);
            }
            var item = result.get();
            if (item != null) {
                report.add(item);
            }
            if (!clock.instant().isBefore(savedAt.plus(SAVE_EVERY))) {
                save(current());
            }
        }

        private Import current() {
            return begun.running(file.format(), file.progress(), report.counts(), report.items(), clock.instant());
        }

        private void end(State state, @Nullable String failure) {
            var ended = current().with(state, failure, clock.instant());
            log.info(
                    "Import {} from {} {}: {} created, {} skipped, {} failed",
                    begun.id(),
                    file.format(),
                    state,
                    ended.counts().created(),
                    ended.counts().skipped(),
                    ended.counts().failed());
            save(ended);
        }

        private void save(Import state) {
            imports.save(state).block(SAVE_TIMEOUT);
            savedAt = clock.instant();
        }
    }
}
