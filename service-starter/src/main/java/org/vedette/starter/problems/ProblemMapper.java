package org.vedette.starter.problems;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * Translates the failures of one service into problems. Beans of this type are asked in their order, before the
 * translation that all services share.
 */
@FunctionalInterface
public interface ProblemMapper {

    /** The problem behind a failure; empty when this mapper does not know the failure. */
    Optional<Problem> map(Throwable failure, ServerWebExchange exchange);
}
