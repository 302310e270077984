package org.vedette.feed.site.web;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.PageProblems;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemType;

/** Translates rejected requests, outages of the store and unknown addresses. */
@Component
class SiteProblemMapper implements ProblemMapper {

    private static final String RETRY_AFTER_SECONDS = "30";

    /** The type of problem that a rejected request gets. */
    record SiteProblemType(RequestRejectedException rejected) implements ProblemType {

        @Override
        public URI uri() {
            return ProblemType.uri(rejected.problem());
        }

        @Override
        public String title() {
            return Objects.requireNonNullElse(
                    rejected.title(),
                    switch (rejected.reason()) {
                        case INVALID -> "That cannot be answered";
                        case NOT_FOUND -> "There is no such post";
                        case GONE -> "This post was withdrawn";
                        case UNAVAILABLE -> "Not right now";
                    });
        }

        @Override
        public int status() {
            return switch (rejected.reason()) {
                case INVALID -> 400;
                case NOT_FOUND -> 404;
                case GONE -> 410;
                case UNAVAILABLE -> 503;
            };
        }
    }

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof RequestRejectedException rejected) {
            return Optional.of(problem(rejected));
        }
        if (failure instanceof EntriesUnavailableException) {
            return Optional.of(problem(PageProblems.unavailable()));
        }
        return failure instanceof ErrorResponse response && HttpStatus.NOT_FOUND.equals(response.getStatusCode())
                ? Optional.of(problem(PageProblems.notFound()))
                : Optional.empty();
    }

    private static Problem problem(RequestRejectedException rejected) {
        var advice = rejected.advice();
        var detail = advice == null ? rejected.detail() : rejected.detail() + " " + advice;
        var problem = Problem.of(new SiteProblemType(rejected), detail);
        return rejected.reason() == RequestRejectedException.Reason.UNAVAILABLE
                ? problem.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : problem;
    }
}
