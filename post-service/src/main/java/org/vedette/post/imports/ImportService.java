package org.vedette.post.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Language;
import org.vedette.post.content.PlainText;
import org.vedette.post.imports.Import.Counts;
import org.vedette.post.imports.Import.State;
import org.vedette.post.imports.ImportException.ImportNotFoundException;
import org.vedette.post.imports.ImportException.ImportsBusyException;
import org.vedette.post.imports.ImportException.NotAnEditorException;
import org.vedette.post.media.MediaService;
import org.vedette.post.migration.MigrationService;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.requests.Caller;
import org.vedette.post.restoring.RestoreService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The use cases of imports. An operation that is refused signals an {@link ImportException}. */
public final class ImportService {

    private static final int MAX_NAME = 200;

    private final ImportFormats formats;
    private final Imports imports;
    private final ImportRunner runner;
    private final Scheduler reading;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param reading has the threads that may wait for files */
    public ImportService(
            ImportFormats formats,
            Imports imports,
            ImportRunner runner,
            Scheduler reading,
            Clock clock,
            IdGenerator ids) {
        this.formats = formats;
        this.imports = imports;
        this.runner = runner;
        this.reading = reading;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes what works on the imports of this replica. */
    public static ImportRunner runner(
            Imports imports,
            MigrationService migrations,
            MediaService media,
            RedirectService redirects,
            RestoreService restoring,
            Language siteLanguage,
            Scheduler reading,
            Clock clock) {
        var pictures = new PictureImporter(media, reading);
        var importer = new PostImporter(
                migrations,
                pictures,
                new ContentMapper(siteLanguage),
                redirects::addImported,
                new ArchiveImporter(restoring, reading));
        return new ImportRunner(imports, importer, clock);
    }

    /** Refuses an import that could not begin, so that nobody sends a large file first. */
    public Mono<Void> requireRoom(Caller by) {
        return Mono.fromRunnable(() -> {
            requireEditor(by);
            if (!runner.hasRoom()) {
                throw new ImportsBusyException();
            }
        });
    }

    /**
     * Begins to import a file. The file may be deleted as soon as the import is there: it is open then.
     *
     * @param fileName as whoever sent it called it; empty when nobody said
     * @param isDryRun whether to say only what would happen
     */
    public Mono<Import> begin(Path file, String fileName, boolean isDryRun, Caller by) {
        requireEditor(by);
        return Mono.defer(() -> {
            var opened = new OpenedFile();
            return Mono.fromCallable(() -> opened.take(formats.open(file, fileName)))
                    .subscribeOn(reading)
                    .flatMap(found -> begin(opened, found.format(), fileName, isDryRun, by))
                    .doFinally(end -> opened.close());
        });
    }

    private Mono<Import> begin(OpenedFile opened, String format, String fileName, boolean isDryRun, Caller by) {
        var now = clock.instant();
        var begun = new Import(
                ids.next(),
                PlainText.start(fileName, MAX_NAME),
                format,
                isDryRun,
                by.person(),
                State.WAITING,
                0,
                Counts.NONE,
                List.of(),
                null,
                now,
                now);
        return imports.save(begun)
                .then(Mono.fromSupplier(() -> opened.handOver(file -> runner.offer(begun, file))))
                .flatMap(accepted -> accepted ? Mono.just(begun) : refuse(begun));
    }

    private Mono<Import> refuse(Import begun) {
        var busy = new ImportsBusyException();
        return imports.save(begun.with(State.FAILED, busy.getMessage(), clock.instant()))
                .then(Mono.error(busy));
    }

    /** An import, as it is now. */
    public Mono<Import> find(UUID id, Caller by) {
        requireEditor(by);
        return imports.find(id)
                .map(found -> found.asOf(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new ImportNotFoundException(id.toString())));
    }

    /** Those begun last, newest first, without their items. */
    public Flux<Import> newest(int limit, Caller by) {
        requireEditor(by);
        return imports.newest(limit).map(found -> found.asOf(clock.instant()));
    }

    private static void requireEditor(Caller by) {
        if (!by.isEditor()) {
            throw new NotAnEditorException();
        }
    }

    /** An open file that has one owner at a time: the request that opened it, until the import takes it over. */
    private static final class OpenedFile {

        private final AtomicReference<@Nullable ImportFile> file = new AtomicReference<>();
        private final AtomicBoolean isClosed = new AtomicBoolean();

        /** Keeps a file, and closes it at once when the request has ended meanwhile. */
        ImportFile take(ImportFile opened) {
            file.set(opened);
            if (isClosed.get()) {
                close();
            }
            return opened;
        }

        /** Whether the other one took it over; it is closed when nobody did. */
        boolean handOver(Predicate<ImportFile> other) {
            var handed = file.getAndSet(null);
            if (handed == null) {
                return false;
            }
            var isTaken = other.test(handed);
            if (!isTaken) {
                handed.close();
            }
            return isTaken;
        }

        /** Closes what nobody took over. */
        void close() {
            isClosed.set(true);
            var left = file.getAndSet(null);
            if (left != null) {
                left.close();
            }
        }
    }
}
