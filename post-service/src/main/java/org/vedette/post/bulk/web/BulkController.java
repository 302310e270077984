package org.vedette.post.bulk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.bulk.BulkResult;
import org.vedette.post.bulk.BulkResult.Outcome;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.requests.Caller;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** The API that changes many posts. */
@RestController
final class BulkController {

    private final BulkService bulk;
    private final ProblemHandler problems;

    BulkController(BulkService bulk, ProblemHandler problems) {
        this.bulk = bulk;
        this.problems = problems;
    }

    @PostMapping(path = "/api/posts/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<BulkView> change(Caller caller, @RequestBody BulkRequest request, ServerWebExchange exchange) {
        var read = request.read(caller);
        return bulk.change(read.posts(), read.change(), read.edit()).map(results -> view(results, exchange));
    }

    private BulkView view(List<BulkResult> results, ServerWebExchange exchange) {
        return new BulkView(
                count(Outcome.CHANGED, results),
                count(Outcome.UNCHANGED, results),
                count(Outcome.REFUSED, results),
                results.stream().map(result -> view(result, exchange)).toList());
    }

    private static long count(Outcome outcome, List<BulkResult> results) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private ResultView view(BulkResult result, ServerWebExchange exchange) {
        var post = result.post();
        var refusal = result.refusal();
        return new ResultView(
                result.id().toString(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                post == null ? null : post.revision().value(),
                refusal == null ? null : problem(refusal, exchange));
    }

    private ProblemView problem(Throwable refusal, ServerWebExchange exchange) {
        var problem = problems.problem(exchange, refusal);
        return new ProblemView(
                problem.type().uri().toString(), problem.type().title(), problem.status(), problem.detail());
    }

    /** What came of the change, in the order of the request. */
    record BulkView(long changed, long unchanged, long refused, List<ResultView> results) {}

    /**
     * What came of the change for one post.
     *
     * @param outcome changed, unchanged or refused
     * @param revision absent when it was refused
     * @param problem why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultView(
            String post,
            String outcome,
            @Nullable Long revision,
            @Nullable ProblemView problem) {}

    record ProblemView(String type, String title, int status, String detail) {}
}
