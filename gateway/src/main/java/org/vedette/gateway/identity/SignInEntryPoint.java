package org.vedette.gateway.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.HtmlPreference;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** Sends people who open a page to the login, and answers everything else with a problem. */
final class SignInEntryPoint implements ServerAuthenticationEntryPoint {

    private final ProblemHandler problems;

    SignInEntryPoint(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        var request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod()) || !HtmlPreference.isPreferred(request)) {
            return problems.handle(exchange, failure);
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(URI.create("/login?next=" + next(request)));
        response.getHeaders().setCacheControl("no-store");
        return response.setComplete();
    }

    private static String next(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery();
        var path = request.getURI().getRawPath();
        return URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }
}
