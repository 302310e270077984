package org.vedette.post.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.imports.Import.State;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;

/** Works on the imports that this replica received, one after another. */
@MayBlock("the thread of its worker")
public final class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int MAX_WAITING = 4;
    private static final int BATCH = 64;
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final Duration SAVE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BATCH_TIMEOUT = Duration.ofMinutes(10);

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

    /** False when too many wait. */
    boolean offer(Import run, ImportFile file) {
        return !stopping && tasks.offer(new Task(run, file));
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

    /** Ends the import at hand after its batch; those that wait are not begun. */
    public void stop() {
        stopping = true;
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.file().close();
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
            importer.importAll(List.copyOf(batch), file, begun)
                    .collectList()
                    .blockOptional(BATCH_TIMEOUT)
                    .orElseThrow()
                    .forEach(report::add);
            batch.clear();
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
