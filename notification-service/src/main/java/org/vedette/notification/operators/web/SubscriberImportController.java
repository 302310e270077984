package org.vedette.notification.operators.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.operators.imports.ImportReport;
import org.vedette.notification.operators.imports.SubscriberImportService;
import org.vedette.notification.operators.imports.UnreadableFileException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports subscribers from a file that is read while it arrives: a form in the studio, and the same for scripts. */
@RestController
class SubscriberImportController {

    private static final String PAGE = OperatorPages.SUBSCRIBERS + "/import";
    private static final String FORM = "a file that an editor chose";
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final String API = "a file that a script sent";

    private final SubscriberImportService imports;
    private final OperatorPages pages;
    private final Journal journal;
    private final Clock clock;

    SubscriberImportController(SubscriberImportService imports, OperatorPages pages, Journal journal, Clock clock) {
        this.imports = imports;
        this.pages = pages;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> form(ServerWebExchange exchange) {
        return page(HttpStatus.OK, null, null, exchange);
    }

    @PostMapping(path = PAGE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> importForm(
            @RequestBody Flux<PartEvent> events,
            @RequestParam(defaultValue = "true") boolean dryRun,
            ServerWebExchange exchange) {
        var file = events.concatMap(SubscriberImportController::contentOfFile);
        return importFile(file, FORM, dryRun)
                .flatMap(report -> page(HttpStatus.OK, report, null, exchange))
                .onErrorResume(
                        UnreadableFileException.class,
                        unreadable -> page(HttpStatus.UNPROCESSABLE_CONTENT, null, unreadable.getMessage(), exchange));
    }

    @PostMapping("/api/subscribers/import")
    Mono<ImportReport> importBody(ServerHttpRequest request, @RequestParam(defaultValue = "true") boolean dryRun) {
        if (!CSV.isCompatibleWith(request.getHeaders().getContentType())) {
            throw new ProblemException(Problem.of(
                    StandardProblem.UNSUPPORTED_MEDIA_TYPE,
                    "Send the file as the body, with the Content-Type text/csv."));
        }
        return importFile(request.getBody().map(SubscriberImportController::bytes), API, dryRun)
                .onErrorMap(
                        UnreadableFileException.class,
                        unreadable -> new ResponseStatusException(
                                HttpStatus.UNPROCESSABLE_CONTENT, unreadable.getMessage(), unreadable));
    }

    private Mono<ImportReport> importFile(Flux<byte[]> file, String source, boolean dryRun) {
        return imports.importFile(file, source, dryRun)
                .delayUntil(report -> dryRun || report.added() == 0
                        ? Mono.empty()
                        : journal.record(Change.IMPORTED, report.added(), null, clock.instant()));
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status, @Nullable ImportReport report, @Nullable String error, ServerWebExchange exchange) {
        return pages.layout("Import subscribers", exchange)
                .map(layout -> new SubscriberImportPage(
                        layout, error, report == null ? null : sentence(report), lines(report)))
                .map(page -> pages.page(status, "operators/import.jte", page));
    }

    private static String sentence(ImportReport report) {
        return String.format(
                Locale.US,
                report.dryRun()
                        ? "Nothing was stored. Of %,d rows, %,d would be added, %,d would be added as ended, %,d are"
                                + " known and stay as they are, %,d have not confirmed, %,d were erased here at their"
                                + " own wish, %,d cannot be imported."
                        : "Of %,d rows, %,d were added, %,d were added as ended, %,d were known and stay as they are,"
                                + " %,d have not confirmed, %,d were erased here at their own wish, %,d could not be"
                                + " imported.",
                report.rows(),
                report.added(),
                report.addedEnded(),
                report.known(),
                report.notConfirmed(),
                report.erased(),
                report.refused());
    }

    private static List<String> lines(@Nullable ImportReport report) {
        return report == null
                ? List.of()
                : report.refusals().stream()
                        .map(refusal -> "Line " + refusal.line() + ": " + refusal.reason())
                        .toList();
    }

    private static Flux<byte[]> contentOfFile(PartEvent event) {
        if (event instanceof FilePartEvent) {
            return Flux.just(bytes(event.content()));
        }
        DataBufferUtils.release(event.content());
        return Flux.empty();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
