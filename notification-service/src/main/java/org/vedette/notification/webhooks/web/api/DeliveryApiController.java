package org.vedette.notification.webhooks.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.administration.DeliveryAdministration;
import org.vedette.notification.webhooks.administration.WebhookAdministration;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Deliveries of webhooks, for scripts: editors read, admins replay. */
@RestController
@RequestMapping("/api/webhooks")
class DeliveryApiController {

    private final WebhookAdministration webhooks;
    private final DeliveryAdministration deliveries;

    DeliveryApiController(WebhookAdministration webhooks, DeliveryAdministration deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @GetMapping("/{id}/deliveries")
    Mono<DeliveryPage> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        var most = WebhookApiController.limit(limit);
        var only = status == null ? null : status(status);
        return found(id)
                .flatMap(webhook -> deliveries.newest(webhook.id(), only, before, most))
                .map(found -> new DeliveryPage(
                        found.stream().map(DeliveryView::of).toList(),
                        found.size() < most ? null : found.get(most - 1).id()));
    }

    @PostMapping("/{id}/replay")
    Mono<ResponseEntity<Map<String, Long>>> replayFailed(@PathVariable UUID id, @RequestParam String since) {
        var time = time(since);
        return found(id)
                .flatMap(webhook -> deliveries.replayFailed(webhook.id(), time))
                .map(count -> ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("deliveries", count)));
    }

    @GetMapping("/deliveries/{delivery}")
    Mono<DeliveryView> one(@PathVariable String delivery) {
        return deliveries
                .find(delivery)
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .flatMap(found -> deliveries.attempts(found.id()).map(attempts -> DeliveryView.of(found, attempts)));
    }

    @PostMapping("/deliveries/{delivery}/replay")
    Mono<ResponseEntity<Map<String, String>>> replay(@PathVariable String delivery) {
        return deliveries
                .find(delivery)
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .flatMap(found -> deliveries.replay(found.id()))
                .filter(replayed -> replayed)
                .switchIfEmpty(Mono.error(WebhookProblems::waiting))
                .map(replayed -> ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("delivery", delivery)));
    }

    private Mono<Webhook> found(UUID id) {
        return webhooks.find(new WebhookId(id)).switchIfEmpty(Mono.error(WebhookProblems::unknown));
    }

    private static Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> malformed(
                        "status",
                        "must be one of: "
                                + Arrays.stream(Status.values())
                                        .map(Status::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static Instant time(String text) {
        try {
            return Objects.requireNonNull(Instant.parse(text));
        } catch (DateTimeException none) {
            throw malformed("since", "must be a time, such as 2026-11-30T07:00:00Z");
        }
    }

    private static ProblemException malformed(String parameter, String message) {
        return new ProblemException(
                Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter " + parameter + " " + message + ".")
                        .withError(parameter, message));
    }
}
