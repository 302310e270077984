package org.vedette.notification.webhooks.web.studio;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.web.Operators;
import org.vedette.notification.web.StudioPages;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.administration.DeliveryAdministration;
import org.vedette.notification.webhooks.administration.WebhookAdministration;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import reactor.core.publisher.Mono;

/** The page of a webhook with its deliveries, and its buttons. */
@RestController
@RequestMapping(WebhookPages.WEBHOOKS + "/{id}")
class WebhookDetailController {

    private static final int LIMIT = 50;

    /** From when on what was given up is sent again. */
    private static final Map<String, Duration> PERIODS = Map.of(
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "ever", Duration.ofDays(3_650));

    private final WebhookAdministration webhooks;
    private final DeliveryAdministration deliveries;
    private final WebhookPages pages;
    private final Clock clock;

    WebhookDetailController(
            WebhookAdministration webhooks, DeliveryAdministration deliveries, WebhookPages pages, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> one(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String before,
            ServerWebExchange exchange) {
        return found(id)
                .zipWith(deliveries.newest(WebhookPages.id(id), WebhookPages.status(status), before, LIMIT))
                .flatMap(found -> page(found.getT1(), found.getT2(), status, exchange));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Webhook webhook, List<WebhookDelivery> found, String status, ServerWebExchange exchange) {
        var title = webhook.settings().title();
        var path = WebhookPages.path(webhook.id());
        return pages.layout(title, exchange)
                .zipWith(StudioPages.isAdmin())
                .map(known -> new WebhookDetailPage(
                        known.getT1(),
                        title,
                        path,
                        known.getT2(),
                        webhook.isEnabled(),
                        !webhook.settings().kind().isChat(),
                        pages.words().problem(webhook),
                        pages.words().facts(webhook),
                        status,
                        WebhookPages.statuses(),
                        found.stream()
                                .map(delivery -> pages.row(delivery, known.getT2()))
                                .toList(),
                        next(path, status, found)))
                .map(page -> pages.ok("webhook", page));
    }

    private static @Nullable String next(String path, String status, List<WebhookDelivery> found) {
        if (found.size() < LIMIT) {
            return null;
        }
        var known = WebhookPages.status(status) == null ? "" : status;
        return path + "?status=" + known + "&before=" + found.get(LIMIT - 1).id();
    }

    @PostMapping("/ping")
    Mono<ResponseEntity<byte[]>> ping(@PathVariable UUID id) {
        return found(id)
                .filter(Webhook::isEnabled)
                .switchIfEmpty(Mono.error(() ->
                        new ResponseStatusException(HttpStatus.CONFLICT, "Enable the webhook before you try it.")))
                .flatMap(deliveries::ping)
                .map(delivery -> StudioPages.redirect(WebhookPages.DELIVERIES + delivery));
    }

    @PostMapping("/enable")
    Mono<ResponseEntity<byte[]>> enable(@PathVariable UUID id) {
        return Operators.name()
                .flatMap(admin -> webhooks.enable(WebhookPages.id(id), admin))
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .map(webhook -> StudioPages.redirect(WebhookPages.path(webhook.id())));
    }

    @PostMapping("/disable")
    Mono<ResponseEntity<byte[]>> disable(@PathVariable UUID id) {
        return Operators.name()
                .flatMap(admin -> webhooks.disable(WebhookPages.id(id), admin))
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .map(webhook -> StudioPages.redirect(WebhookPages.path(webhook.id())));
    }

    @PostMapping("/replay")
    Mono<ResponseEntity<byte[]>> replay(@PathVariable UUID id, ServerWebExchange exchange) {
        return found(id)
                .zipWith(exchange.getFormData())
                .flatMap(sent -> deliveries.replayFailed(
                        sent.getT1().id(),
                        clock.instant().minus(period(sent.getT2().getFirst("since")))))
                .map(count -> StudioPages.redirect(WebhookPages.path(WebhookPages.id(id)) + "?status=waiting"));
    }

    private static Duration period(@Nullable String word) {
        return Objects.requireNonNullElse(PERIODS.get(Objects.requireNonNullElse(word, "")), Duration.ofDays(1));
    }

    @PostMapping("/removal")
    Mono<ResponseEntity<byte[]>> remove(@PathVariable UUID id, ServerWebExchange exchange) {
        return found(id)
                .zipWith(exchange.getFormData())
                .flatMap(sent -> "true".equals(sent.getT2().getFirst("confirmed"))
                        ? Operators.name()
                                .flatMap(admin -> webhooks.remove(sent.getT1().id(), admin))
                                .thenReturn(StudioPages.redirect(WebhookPages.WEBHOOKS))
                        : Mono.just(StudioPages.redirect(
                                WebhookPages.path(sent.getT1().id()) + "#remove")));
    }

    private Mono<Webhook> found(UUID id) {
        return webhooks.find(WebhookPages.id(id)).switchIfEmpty(Mono.error(WebhookPages::unknown));
    }
}
