package org.vedette.post.studio.progress.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.lifecycle.Post;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the progress of publications with the token of whoever asks. A service that does not answer in time is no reason to wait. */
@Component
public final class ProgressReader {

    private static final Logger log = LoggerFactory.getLogger(ProgressReader.class);
    /** What is said of what does not answer. */
    public static final String UNKNOWN = "unknown";

    /** What is said of a post without an alert. */
    public static final String NO_ALERT = "none";

    private static final int CONCURRENCY = 5;

    private final WebClient feed;
    private final WebClient notifications;
    private final Duration timeout;

    ProgressReader(ProgressProperties properties) {
        this.feed = WebClient.create(properties.feedService().toString());
        this.notifications = WebClient.create(properties.notificationService().toString());
        this.timeout = properties.timeout();
    }

    /** A line for each of the published posts, such as Page: visible · Alert: sent to 3 of 4. */
    public Mono<Map<UUID, String>> of(List<Post> published, ServerWebExchange exchange) {
        var token = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return Mono.zip(
                pages(published, token),
                alerts(token),
                (pages, alerts) -> published.stream()
                        .collect(Collectors.toMap(
                                post -> post.id().value(),
                                post -> line(post.id().value(), pages, alerts))));
    }

    private static String line(UUID post, Map<UUID, String> pages, Optional<Map<UUID, Alert>> alerts) {
        var page = pages.getOrDefault(post, UNKNOWN);
        var alert = alerts.map(all ->
                        Optional.ofNullable(all.get(post)).map(Alert::words).orElse(NO_ALERT))
                .orElse(UNKNOWN);
        return "Page: " + page + " · Alert: " + alert;
    }

    private Mono<Map<UUID, String>> pages(List<Post> published, @Nullable String token) {
        return Flux.fromIterable(published)
                .flatMap(
                        post -> page(post, token)
                                .map(state -> Map.entry(post.id().value(), state)),
                        CONCURRENCY)
                .take(timeout)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<String> page(Post post, @Nullable String token) {
        return feed.head()
                .uri("/posts/{slug}", post.slug().value())
                .headers(headers -> authorize(headers, token))
                .exchangeToMono(response -> response.releaseBody()
                        .thenReturn(response.statusCode().is2xxSuccessful() ? "visible" : "not yet visible"))
                .timeout(timeout)
                .onErrorResume(failure -> {
                    log.debug("Cannot ask the feed service for post {}", post.id(), failure);
                    return Mono.just(UNKNOWN);
                });
    }

    /** Empty when the notification service does not say. */
    private Mono<Optional<Map<UUID, Alert>>> alerts(@Nullable String token) {
        return notifications
                .get()
                .uri("/api/alerts")
                .headers(headers -> authorize(headers, token))
                .retrieve()
                .bodyToFlux(Alert.class)
                .filter(Alert::isAboutPublication)
                .collectMap(Alert::post)
                .map(Optional::of)
                .timeout(timeout)
                .onErrorResume(failure -> {
                    log.debug("Cannot ask the notification service for alerts", failure);
                    return Mono.just(Optional.empty());
                });
    }

    private static void authorize(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.set(HttpHeaders.AUTHORIZATION, token);
        }
    }

    /** What the studio reads of an alert. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alert(@Nullable String id, UUID post, String status, long audience, long sent) {

        /** Corrections and withdrawals have alerts of their own. */
        boolean isAboutPublication() {
            return id == null || id.equals(post.toString());
        }

        String words() {
            return switch (status) {
                case "planning" -> "being prepared";
                case "too-old", "withdrawn" -> "not sent";
                case "waiting" -> "waits for a second look";
                case "paused" -> "paused after " + sent + " of " + audience;
                case "cancelled" -> "cancelled after " + sent + " of " + audience;
                default -> "sent to " + sent + " of " + audience;
            };
        }
    }
}
