package org.vedette.gateway.addresses;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.UriUtils;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.ResilienceProperties;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Asks the feed service about a read of an address that nobody here knows: it may be one of an earlier blog, which leads to a
 * page. When the feed service knows nothing, or does not answer soon, the address is not found as any other. Comes before the
 * problem handler.
 */
@Component
@Order(-5)
class OldAddressHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(OldAddressHandler.class);
    private static final String FEED_SERVICE = "feed-service";
    private static final String LOOKUP = "/internal/redirects?from=";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int MAX_PATH = 500;

    /** Never one of the addresses that are not for readers: a redirect from there does not exist. */
    private static final Pattern NOT_FOR_READERS = Pattern.compile(
            "/(api|studio|preview|account|admin|login|logout|status|docs|assets|media|internal|actuator|\\.well-known)(/.*)?");

    /** A path on this site, and nothing that a browser could take for another host. */
    private static final Pattern TARGET = Pattern.compile("/(?!/)[^\\s\\\\]{0,500}");

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final HttpClient client;
    private final URI feedService;
    private final CircuitBreakers circuits;

    OldAddressHandler(HttpClient client, ResilienceProperties properties, CircuitBreakers circuits) {
        this.client = client;
        this.feedService =
                Objects.requireNonNull(properties.services().get(FEED_SERVICE), "the feed service is not listed");
        this.circuits = circuits;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return isUnknown(failure)
                        && isAskable(exchange.getRequest())
                        && circuits.named(FEED_SERVICE).isClosed()
                ? target(exchange.getRequest())
                        .map(target -> redirect(exchange.getResponse(), target))
                        .defaultIfEmpty(Mono.error(failure))
                        .flatMap(result -> result)
                : Mono.error(failure);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ResponseStatusException response
                && response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    }

    private static boolean isAskable(ServerHttpRequest request) {
        var isRead = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        var path = request.getURI().getPath();
        return isRead
                && path != null
                && path.length() > 1
                && path.length() <= MAX_PATH
                && !NOT_FOR_READERS.matcher(path).matches();
    }

    /** Empty when the address leads nowhere, and when that is not known soon. */
    private Mono<String> target(ServerHttpRequest request) {
        var path = Normalizer.normalize(request.getURI().getPath(), Normalizer.Form.NFC);
        return client.get()
                .uri(feedService
                        .resolve(LOOKUP + URLEncoder.encode(path, StandardCharsets.UTF_8))
                        .toString())
                .responseSingle((response, body) -> response.status().code() == OK ? body.asString() : Mono.empty())
                .timeout(TIMEOUT)
                .filter(target -> TARGET.matcher(target).matches())
                .onErrorResume(unavailable -> {
                    log.debug("The feed service did not say where {} leads: {}", path, unavailable.toString());
                    return Mono.empty();
                });
    }

    private static Mono<Void> redirect(ServerHttpResponse response, String target) {
        return Mono.defer(() -> {
            response.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            response.getHeaders().setLocation(URI.create(UriUtils.encodePath(target, StandardCharsets.UTF_8)));
            response.getHeaders().setCacheControl(AN_HOUR);
            return response.setComplete();
        });
    }
}
