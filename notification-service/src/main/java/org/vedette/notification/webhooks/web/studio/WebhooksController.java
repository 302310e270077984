package org.vedette.notification.webhooks.web.studio;

import java.util.List;
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
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.WebhookProperties;
import org.vedette.notification.web.Operators;
import org.vedette.notification.web.StudioPages;
import org.vedette.notification.webhooks.InvalidWebhookException;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.administration.WebhookAdministration;
import org.vedette.notification.webhooks.administration.WebhookDraft;
import org.vedette.notification.webhooks.signing.SigningSecrets;
import reactor.core.publisher.Mono;

/** The list of webhooks, and the forms to register and to change one. */
@RestController
@RequestMapping(WebhookPages.WEBHOOKS)
class WebhooksController {

    private static final int LIMIT = 50;

    private final WebhookAdministration webhooks;
    private final boolean encrypted;
    private final WebhookPages pages;

    WebhooksController(WebhookAdministration webhooks, WebhookPages pages, WebhookProperties properties) {
        this.webhooks = webhooks;
        this.encrypted = !properties.encryptionKey().isBlank();
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(
            @RequestParam(required = false) @Nullable UUID before, ServerWebExchange exchange) {
        var found = webhooks.newest(before == null ? null : WebhookPages.id(before), LIMIT);
        return Mono.zip(found, pages.layout("Webhooks", exchange), StudioPages.isAdmin())
                .map(all -> new WebhooksPage(
                        all.getT2(),
                        all.getT3(),
                        encrypted,
                        all.getT1().stream().map(pages::row).toList(),
                        next(all.getT1())))
                .map(page -> pages.ok("list", page));
    }

    private static @Nullable String next(List<Webhook> found) {
        return found.size() < LIMIT
                ? null
                : WebhookPages.WEBHOOKS + "?before=" + found.get(LIMIT - 1).id();
    }

    @GetMapping("/new")
    Mono<ResponseEntity<byte[]>> blank(ServerWebExchange exchange) {
        return form(HttpStatus.OK, WebhookForms.blank(), null, null, exchange);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> register(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(WebhookForms::read)
                .flatMap(draft -> Operators.name()
                        .flatMap(admin -> webhooks.register(draft, admin))
                        .flatMap(added -> registered(added, exchange))
                        .onErrorResume(
                                InvalidWebhookException.class,
                                invalid -> form(HttpStatus.UNPROCESSABLE_CONTENT, draft, null, invalid, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> registered(Webhook added, ServerWebExchange exchange) {
        return added.settings().kind().isChat()
                ? Mono.just(StudioPages.redirect(WebhookPages.path(added.id())))
                : secret(added, added.secrets(), exchange);
    }

    @GetMapping("/{id}/edit")
    Mono<ResponseEntity<byte[]>> edit(@PathVariable UUID id, ServerWebExchange exchange) {
        return found(id).flatMap(known -> form(HttpStatus.OK, WebhookForms.of(known), known, null, exchange));
    }

    @PostMapping("/{id}/edit")
    Mono<ResponseEntity<byte[]>> change(@PathVariable UUID id, ServerWebExchange exchange) {
        return found(id)
                .zipWith(exchange.getFormData())
                .flatMap(sent -> change(sent.getT1(), WebhookForms.read(sent.getT2()), exchange));
    }

    private Mono<ResponseEntity<byte[]>> change(Webhook known, WebhookDraft draft, ServerWebExchange exchange) {
        return Operators.name()
                .flatMap(admin -> webhooks.change(known.id(), draft, admin))
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .map(changed -> StudioPages.redirect(WebhookPages.path(changed.id())))
                .onErrorResume(
                        InvalidWebhookException.class,
                        invalid -> form(HttpStatus.UNPROCESSABLE_CONTENT, draft, known, invalid, exchange));
    }

    @PostMapping("/{id}/secret")
    Mono<ResponseEntity<byte[]>> rotate(@PathVariable UUID id, ServerWebExchange exchange) {
        return found(id)
                .filter(known -> !known.settings().kind().isChat())
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .zipWith(Operators.name())
                .flatMap(sent -> webhooks.rotate(sent.getT1().id(), sent.getT2())
                        .flatMap(secrets -> secret(sent.getT1(), secrets, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> secret(Webhook webhook, SigningSecrets secrets, ServerWebExchange exchange) {
        var until = secrets.previousUntil();
        return pages.layout("The secret", exchange)
                .map(layout -> new SecretPage(
                        layout,
                        webhook.settings().title(),
                        WebhookPages.path(webhook.id()),
                        secrets.current().text(),
                        until == null ? null : pages.words().moment(until)))
                .map(page -> pages.ok("secret", page));
    }

    private Mono<ResponseEntity<byte[]>> form(
            HttpStatus status,
            WebhookDraft draft,
            @Nullable Webhook known,
            @Nullable InvalidWebhookException invalid,
            ServerWebExchange exchange) {
        var title = known == null ? "New webhook" : "Change " + known.settings().title();
        var back = known == null ? WebhookPages.WEBHOOKS : WebhookPages.path(known.id());
        var action = known == null ? WebhookPages.WEBHOOKS : back + "/edit";
        return pages.layout(title, exchange)
                .map(layout -> new WebhookFormPage(
                        layout,
                        title,
                        back,
                        invalid == null ? null : "Nothing was saved: see below.",
                        WebhookForms.form(action, draft, known, invalid)))
                .map(page -> pages.page(status, "form", page));
    }

    private Mono<Webhook> found(UUID id) {
        return webhooks.find(WebhookPages.id(id)).switchIfEmpty(Mono.error(WebhookPages::unknown));
    }
}
