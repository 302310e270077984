package org.vedette.notification.webhooks.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.web.Operators;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.administration.DeliveryAdministration;
import org.vedette.notification.webhooks.administration.WebhookAdministration;
import org.vedette.notification.webhooks.administration.WebhookDraft;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Webhooks, for scripts: editors read, admins change. */
@RestController
@RequestMapping("/api/webhooks")
class WebhookApiController {

    private static final int MAX_LIMIT = 200;

    private final WebhookAdministration webhooks;
    private final DeliveryAdministration deliveries;
    private final WebhookRequestReader reader;

    WebhookApiController(
            WebhookAdministration webhooks, DeliveryAdministration deliveries, WebhookRequestReader reader) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.reader = reader;
    }

    /** A new secret; the one before signs as well until a time. */
    record SecretView(String secret, @Nullable Instant previousSecretUntil) {}

    @GetMapping
    Mono<WebhookPage> list(
            @RequestParam(required = false) @Nullable UUID before, @RequestParam(defaultValue = "50") int limit) {
        var most = limit(limit);
        return webhooks.newest(before == null ? null : new WebhookId(before), most)
                .map(found -> new WebhookPage(
                        found.stream().map(WebhookView::of).toList(),
                        found.size() < most ? null : found.get(most - 1).id().toString()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = WebhookDraft.class)))
    Mono<ResponseEntity<WebhookView>> register(@RequestBody byte[] body) {
        return reader.draft(body)
                .zipWith(Operators.name())
                .flatMap(sent -> webhooks.register(sent.getT1(), sent.getT2()))
                .map(added -> ResponseEntity.created(URI.create("/api/webhooks/" + added.id()))
                        .body(WebhookView.withSecret(added)));
    }

    @GetMapping("/{id}")
    Mono<WebhookView> one(@PathVariable UUID id) {
        return found(id).map(WebhookView::of);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = WebhookDraft.class)))
    Mono<WebhookView> change(@PathVariable UUID id, @RequestBody byte[] body) {
        return reader.draft(body)
                .zipWith(Operators.name())
                .flatMap(sent -> webhooks.change(new WebhookId(id), sent.getT1(), sent.getT2()))
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .map(WebhookView::of);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable UUID id) {
        return Operators.name()
                .flatMap(admin -> webhooks.remove(new WebhookId(id), admin))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .map(removed -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/secret")
    Mono<SecretView> rotate(@PathVariable UUID id) {
        return found(id)
                .filter(webhook -> webhook.settings().kind() == ReceiverKind.WEBHOOK)
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        Problem.of(StandardProblem.MALFORMED_REQUEST, "Messages to chats are not signed."))))
                .zipWith(Operators.name())
                .flatMap(sent -> webhooks.rotate(sent.getT1().id(), sent.getT2()))
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .map(secrets -> new SecretView(secrets.current().text(), secrets.previousUntil()));
    }

    @PostMapping("/{id}/ping")
    Mono<ResponseEntity<Map<String, String>>> ping(@PathVariable UUID id) {
        return found(id)
                .filter(Webhook::isEnabled)
                .switchIfEmpty(Mono.error(WebhookProblems::disabled))
                .flatMap(deliveries::ping)
                .map(delivery -> ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("delivery", delivery)));
    }

    @PostMapping("/{id}/enable")
    Mono<WebhookView> enable(@PathVariable UUID id) {
        return Operators.name()
                .flatMap(admin -> webhooks.enable(new WebhookId(id), admin))
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .map(WebhookView::of);
    }

    @PostMapping("/{id}/disable")
    Mono<WebhookView> disable(@PathVariable UUID id) {
        return Operators.name()
                .flatMap(admin -> webhooks.disable(new WebhookId(id), admin))
                .switchIfEmpty(Mono.error(WebhookProblems::unknown))
                .map(WebhookView::of);
    }

    private Mono<Webhook> found(UUID id) {
        return webhooks.find(new WebhookId(id)).switchIfEmpty(Mono.error(WebhookProblems::unknown));
    }

    static int limit(int wanted) {
        if (wanted < 1 || wanted > MAX_LIMIT) {
            var message = "must be a number from 1 to " + MAX_LIMIT;
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter limit " + message + ".")
                            .withError("limit", message));
        }
        return wanted;
    }
}
