package org.vedette.notification.bounces.web;

import java.util.List;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.BounceProperties;
import org.vedette.notification.bounces.Door;
import org.vedette.notification.bounces.Outcome;
import org.vedette.notification.bounces.ReportService;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Takes reports from scripts of editors, such as the pipe of a mail server. */
@RestController
class BounceController {

    private static final MediaType MESSAGE = new MediaType("message", "rfc822");

    private final ReportService reports;
    private final int largest;

    BounceController(ReportService reports, BounceProperties properties) {
        this.reports = reports;
        this.largest = Math.toIntExact(properties.largest().toBytes());
    }

    /** What came of a report. */
    record Applied(String outcome) {}

    @PostMapping("/api/bounces")
    Mono<Applied> apply(ServerHttpRequest request) {
        if (!MESSAGE.isCompatibleWith(request.getHeaders().getContentType())) {
            throw new ProblemException(Problem.of(
                    StandardProblem.UNSUPPORTED_MEDIA_TYPE,
                    "Send the report as the body, with the Content-Type message/rfc822."));
        }
        return DataBufferUtils.join(request.getBody(), largest)
                .map(buffer -> {
                    var message = new byte[buffer.readableByteCount()];
                    buffer.read(message);
                    DataBufferUtils.release(buffer);
                    return message;
                })
                .onErrorMap(DataBufferLimitException.class, BounceController::tooLarge)
                .defaultIfEmpty(new byte[0])
                .flatMap(message -> reports.accept(Door.API, message, List.of()))
                .map(BounceController::applied);
    }

    private static Applied applied(Outcome outcome) {
        if (outcome == Outcome.UNREADABLE) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The report cannot be read: it is malformed, nested too deeply, or has too many parts.");
        }
        if (outcome == Outcome.EARLY) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The mail that it is about is being handed over at this moment. Send the report again in a"
                            + " moment.");
        }
        return new Applied(outcome.label());
    }

    private static ProblemException tooLarge(DataBufferLimitException limit) {
        return new ProblemException(Problem.of(
                StandardProblem.REQUEST_TOO_LARGE, "The report is larger than VEDETTE_BOUNCES_LARGEST allows."));
    }
}
