package org.vedette.starter.problems;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * Translates the failures of one service into problems. Beans of this type are asked in their order, those of
 * the service before those of the starter.
 */
@FunctionalInterface
public interface ProblemMapper {

    /** The problem behind a failure; empty when this mapper does not know the failure. */
    Optional<Problem> map(Throwable failure, ServerWebExchange exchange);
}
