package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriptionService;
import org.vedette.notification.web.PageRenderer;
import reactor.core.publisher.Mono;

/** Handles the form to subscribe. */
@RestController
@RequestMapping("/subscribe")
class SubscribeController {

    private static final String FIELD = "address";
    private static final String INVALID_ADDRESS = "This is not a mail address. One looks like ada@example.org.";

    private final SubscriptionService subscriptions;
    private final PageRenderer pages;
    private final MeterRegistry meters;

    SubscribeController(SubscriptionService subscriptions, PageRenderer pages, MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    ResponseEntity<byte[]> form() {
        return pages.page(HttpStatus.OK, "subscribe.jte", new SubscribeView(pages.site(), "", null));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> subscribe(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst(FIELD), ""))
                .flatMap(input -> EmailAddress.parse(input)
                        .map(this::subscribe)
                        .orElseGet(() -> Mono.just(invalidAddress(input))));
    }

    private Mono<ResponseEntity<byte[]>> subscribe(EmailAddress address) {
        meters.counter("vedette.notification.subscriptions", "step", "requested")
                .increment();
        return subscriptions.subscribe(address).then(Mono.fromSupplier(this::checkYourMail));
    }

    /** The same whether or not the address is known, so that nobody can find out who subscribes. */
    private ResponseEntity<byte[]> checkYourMail() {
        return pages.notice(
                HttpStatus.OK,
                "Check your mail",
                "If this address is not subscribed yet, a mail with a link is on its way to it. Follow the link to"
                        + " confirm that the address is yours.");
    }

    private ResponseEntity<byte[]> invalidAddress(String input) {
        return pages.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "subscribe.jte",
                new SubscribeView(pages.site(), input, INVALID_ADDRESS));
    }
}
