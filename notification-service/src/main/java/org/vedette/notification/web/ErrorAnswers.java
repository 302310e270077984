package org.vedette.notification.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.vedette.notification.StoreOutages;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever goes wrong: people with a page, machines with a {@link Problem}. */
@Component
@Order(-2) // Before Spring Boot's own at -1.
class ErrorAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Pages pages;
    private final JsonMapper json;
    private final StoreOutages store;

    ErrorAnswers(Pages pages, JsonMapper json, StoreOutages store) {
        this.pages = pages;
        this.json = json;
        this.store = store;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var status = status(failure);
        if (status.is5xxServerError()) {
            record(exchange.getRequest(), status, failure);
        }
        if (failure instanceof ErrorResponse known) {
            exchange.getResponse().getHeaders().putAll(known.getHeaders());
        }
        return answer(exchange, status, detail(failure));
    }

    Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode status, @Nullable String detail) {
        var request = exchange.getRequest();
        var path = request.getPath().value();
        var problem = Problem.of(status, detail, path, request.getHeaders().getFirst("X-Request-Id"));
        var forPeople = !path.startsWith("/api/")
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        return forPeople
                ? write(exchange.getResponse(), status, PAGE, page(problem, status))
                : write(
                        exchange.getResponse(),
                        status,
                        MediaType.APPLICATION_PROBLEM_JSON,
                        json.writeValueAsBytes(problem));
    }

    private byte[] page(Problem problem, HttpStatusCode status) {
        var home = new MessageView.Link("/", "To the front page");
        var body =
                pages.message(status, problem.title(), problem.detail(), home).getBody();
        return body == null ? new byte[0] : body;
    }

    private static Mono<Void> write(ServerHttpResponse response, HttpStatusCode status, MediaType type, byte[] body) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(type);
        response.getHeaders().setCacheControl("no-store");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void record(ServerHttpRequest request, HttpStatusCode status, Throwable failure) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            log.warn("{} {} has to wait: {}", request.getMethod(), request.getPath(), failure.toString());
        } else {
            log.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        }
    }

    private HttpStatusCode status(Throwable failure) {
        if (failure instanceof DataBufferLimitException || failure.getCause() instanceof DataBufferLimitException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (failure instanceof AuthenticationServiceException || store.explain(failure)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (failure instanceof ResponseStatusException known) {
            return known.getStatusCode();
        }
        return isBrokenForm(failure) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** The framework lets the JDK decode a form, and passes on what the JDK says of a percent sign that encodes nothing. */
    private static boolean isBrokenForm(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(URLDecoder.class.getName()));
    }

    /** Only what this service itself says: the words of a framework help nobody outside. */
    private static @Nullable String detail(Throwable failure) {
        return failure.getClass() == ResponseStatusException.class
                ? ((ResponseStatusException) failure).getReason()
                : null;
    }
}
