package org.vedette.gateway.limits;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.MethodNotAllowedException;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.StandardProblem;

/**
 * Configures the firewall of Spring Security. It rejects paths with {@code //}, {@code ..}, {@code ;}, a backslash or an
 * encoded slash, dot or percent sign, which two components could interpret differently. No published address contains
 * these, so the response is 404.
 */
@Configuration(proxyBeanMethods = false)
class RequestFirewallConfiguration {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.DELETE,
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.PATCH,
            HttpMethod.POST,
            HttpMethod.PUT);

    @Bean
    ServerWebExchangeFirewall requestFirewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHttpMethods(METHODS);
        // Continues with the original exchange, because the firewall's own rejects non-ASCII header values. Netty has
        // already rejected control characters, and old clients do send UTF-8.
        return exchange -> firewall.getFirewalledExchange(exchange).thenReturn(exchange);
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequestHandler(ProblemHandler problems) {
        return (exchange, rejected) ->
                problems.handle(exchange, failure(exchange.getRequest().getMethod()));
    }

    private static RuntimeException failure(HttpMethod method) {
        return METHODS.contains(method)
                ? new ProblemException(Problem.of(
                        StandardProblem.NOT_FOUND, "No address here has empty, dotted or doubly encoded segments."))
                : new MethodNotAllowedException(method, METHODS);
    }
}
