package org.vedette.starter.problems;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers every failure of a request, wherever it comes from, with a problem. Spring Security's entry points can call it
 * as well.
 */
@Order(ProblemHandler.ORDER)
public final class ProblemHandler implements ErrorWebExceptionHandler {

    /** Before Spring Boot's own handler, which would answer in another shape. */
    static final int ORDER = -2;

    private final List<ProblemMapper> mappers;
    private final ProblemWriter writer;
    private final ProblemLog log;

    /** @param mappers in the order in which they are asked */
    public ProblemHandler(List<ProblemMapper> mappers, ProblemWriter writer, ProblemLog log) {
        this.mappers = List.copyOf(mappers);
        this.writer = writer;
        this.log = log;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = problem(exchange, failure);
        log.log(exchange.getRequest(), problem, failure);
        return writer.write(exchange, problem);
    }

    /** The problem that a failure is answered with. */
    public Problem problem(ServerWebExchange exchange, Throwable failure) {
        return Stream.concat(mappers.stream(), Stream.of(FrameworkProblems.INSTANCE))
                .flatMap(mapper -> mapper.map(failure, exchange).stream())
                .findFirst()
                .orElseGet(() -> Problem.of(
                        StandardProblem.INTERNAL_ERROR, FrameworkProblems.advice(StandardProblem.INTERNAL_ERROR)));
    }
}
