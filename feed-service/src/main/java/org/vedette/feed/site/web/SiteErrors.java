package org.vedette.feed.site.web;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.site.page.MessagePage;
import reactor.core.publisher.Mono;

/** The one place where a failed request becomes an answer; what happened inside stays inside. */
@Component
@Order(-2)
class SiteErrors implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(SiteErrors.class);

    private static final Map<Integer, String> PROBLEMS = Map.of(
            400, "malformed-request",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "request-too-large",
            415, "unsupported-media-type");

    private final Messages messages;
    private final Refusals refusals;

    SiteErrors(Messages messages, Refusals refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var answer = refusals.respond(message(exchange, failure), exchange.getRequest());
        return write(answer, headers(failure), exchange.getResponse());
    }

    private static HttpHeaders headers(Throwable failure) {
        if (failure instanceof MethodNotAllowedException other) {
            return allowing(other.getSupportedMethods());
        }
        return failure instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
    }

    /** Whatever can be read can be asked for its head as well, and any address for its methods. */
    private static HttpHeaders allowing(Collection<HttpMethod> known) {
        var methods = new TreeSet<>(known);
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ALLOW, methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
        return headers;
    }

    private MessagePage message(ServerWebExchange exchange, Throwable failure) {
        var path = exchange.getRequest().getPath().value();
        if (failure instanceof NotShownException known) {
            return known.page();
        }
        if (failure instanceof RequestRejectedException refused) {
            return messages.refused(refused);
        }
        if (failure instanceof EntriesUnavailableException) {
            // Health tells of it; a line for every reader who comes meanwhile would say no more.
            log.debug("{} could not be answered: {}", path, failure.getMessage());
            return messages.unavailable();
        }
        var status =
                failure instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
        if (status >= 500) {
            log.error("{} could not be answered", path, failure);
            return messages.failed();
        }
        return status == HttpStatus.NOT_FOUND.value()
                ? messages.notFound()
                : messages.refused(status, PROBLEMS.getOrDefault(status, "malformed-request"));
    }

    private static Mono<Void> write(ResponseEntity<byte[]> answer, HttpHeaders more, ServerHttpResponse response) {
        var body = answer.getBody();
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(more);
        response.getHeaders().putAll(answer.getHeaders());
        return body == null
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
