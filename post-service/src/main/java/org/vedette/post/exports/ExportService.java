package org.vedette.post.exports;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.exports.ExportException.ExportsBusyException;
import org.vedette.post.exports.ExportException.NotAnEditorException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/** Exports everything. Refuses with an {@link ExportException}. */
public final class ExportService {

    private static final Logger log = LoggerFactory.getLogger(ExportService.class);

    /** Each takes a thread and, while a client reads slowly, some megabytes. */
    private static final int AT_ONCE = 2;

    private final ExportSources sources;
    private final String site;
    private final Clock clock;
    private final Scheduler packing;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Creates a service.
     *
     * @param site base URL, which the export names
     * @param packing has the threads that pack
     */
    public ExportService(ExportSources sources, String site, Clock clock, Scheduler packing) {
        this.sources = sources;
        this.site = site;
        this.clock = clock;
        this.packing = packing;
    }

    /** A zip in parts, which are made as they are taken; a failure leaves it without an end. */
    public Flux<ByteBuffer> export(Caller by) {
        requireEditor(by);
        return Flux.defer(() -> {
            if (!free.tryAcquire()) {
                return Flux.error(new ExportsBusyException());
            }
            log.info("Export by {} begins", by.person());
            return ExportArchive.of(new ExportContents(sources, site, clock).entries(), clock.instant(), packing)
                    .doOnError(failure -> log.warn("Export by {} ended early", by.person(), failure))
                    .doFinally(end -> {
                        free.release();
                        log.info("Export by {} ended: {}", by.person(), end);
                    });
        });
    }

    /** Requires that somebody may export. */
    public static void requireEditor(Caller by) {
        if (!by.isEditor()) {
            throw new NotAnEditorException();
        }
    }
}
