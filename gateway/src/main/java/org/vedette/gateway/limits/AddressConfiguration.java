package org.vedette.gateway.limits;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.vedette.gateway.fallback.ProblemType;
import org.vedette.gateway.fallback.Refusal;
import org.vedette.gateway.fallback.RefusalWriter;

/**
 * Which addresses are looked at at all: none with {@code //}, {@code ..}, {@code ;}, a backslash or an encoded slash,
 * dot or percent sign, which two readers could read in two ways. We publish no such address, so there is nothing there.
 */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.DELETE,
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.PATCH,
            HttpMethod.POST,
            HttpMethod.PUT);

    @Bean
    ServerWebExchangeFirewall plainAddresses() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHttpMethods(METHODS);
        // Not its exchange, which judges headers and parameters whenever they are read: Netty has refused control
        // characters in headers, and what is left is UTF-8, which old clients do send.
        return exchange -> firewall.getFirewalledExchange(exchange).thenReturn(exchange);
    }

    @Bean
    ServerExchangeRejectedHandler nothingAtOddAddresses(RefusalWriter refusals) {
        return (exchange, rejection) -> refusals.answer(
                exchange,
                METHODS.contains(exchange.getRequest().getMethod()) ? oddAddress() : Refusal.methodNotAllowed(METHODS));
    }

    private static Refusal oddAddress() {
        return Refusal.because(ProblemType.NOT_FOUND, "No address here has empty, dotted or doubly encoded segments.");
    }
}
