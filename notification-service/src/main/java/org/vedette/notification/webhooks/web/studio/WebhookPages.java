package org.vedette.notification.webhooks.web.studio;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.StudioPages;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.StudioMenu;
import org.vedette.pages.form.Option;
import reactor.core.publisher.Mono;

/** What the pages of webhooks share. */
@Component
class WebhookPages {

    static final String WEBHOOKS = StudioMenu.WEBHOOKS;
    static final String DELIVERIES = WEBHOOKS + "/deliveries/";

    private final PageRenderer renderer;
    private final StudioPages studio;
    private final WebhookWords words;

    WebhookPages(PageRenderer renderer, StudioPages studio, NotificationServiceProperties properties) {
        this.renderer = renderer;
        this.studio = studio;
        this.words = new WebhookWords(properties.site().zone());
    }

    WebhookWords words() {
        return words;
    }

    Mono<ApplicationLayout> layout(String title, ServerWebExchange exchange) {
        return studio.layout(title, WEBHOOKS, exchange);
    }

    ResponseEntity<byte[]> ok(String template, Object view) {
        return page(HttpStatus.OK, template, view);
    }

    ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        return renderer.page(status, "webhooks/" + template + ".jte", view);
    }

    static String path(WebhookId id) {
        return WEBHOOKS + "/" + id;
    }

    static WebhookId id(UUID id) {
        return new WebhookId(id);
    }

    WebhooksPage.Row row(Webhook webhook) {
        return new WebhooksPage.Row(
                webhook.settings().title(),
                path(webhook.id()),
                webhook.settings().address().masked(),
                words.line(webhook));
    }

    WebhookDetailPage.Row row(WebhookDelivery delivery, boolean canChange) {
        var path = DELIVERIES + delivery.id();
        return new WebhookDetailPage.Row(
                words.moment(delivery.openedAt()),
                delivery.type().word(),
                delivery.title(),
                path,
                words.status(delivery),
                String.valueOf(delivery.attempts()),
                WebhookWords.result(delivery.last()),
                canChange ? replayPath(delivery) : null);
    }

    static @Nullable String replayPath(WebhookDelivery delivery) {
        return delivery.status() == Status.WAITING ? null : DELIVERIES + delivery.id() + "/replay";
    }

    static @Nullable Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static List<Option> statuses() {
        return Stream.concat(
                        Stream.of(new Option("", "every state")),
                        Arrays.stream(Status.values())
                                .map(status -> new Option(
                                        status.word(), status == Status.FAILED ? "given up" : status.word())))
                .toList();
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no such webhook or delivery, or not any more.");
    }
}
