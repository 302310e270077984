package org.vedette.notification.selfservice.web;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.selfservice.AddressChangeService;
import org.vedette.notification.selfservice.AddressChangeService.Outcome;
import org.vedette.notification.selfservice.AddressChangeService.Requested;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.web.ClientNetworks;
import org.vedette.pages.Link;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/** Handles changes of a subscriber's address: the request, and the links that both mailboxes get. */
@RestController
class AddressChangeController {

    private final AddressChangeService changes;
    private final SelfServicePages pages;

    AddressChangeController(AddressChangeService changes, SelfServicePages pages) {
        this.changes = changes;
        this.pages = pages;
    }

    @PostMapping("/subscriptions/preferences/address")
    Mono<ResponseEntity<byte[]>> request(@RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        var back = new Link("Back to your subscription", SubscriptionLinks.PREFERENCES + token);
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst("address"), ""))
                .flatMap(typed -> EmailAddress.parse(typed)
                        .map(address -> changes.request(token, address, ClientNetworks.of(exchange.getRequest()))
                                .map(result -> requested(result, back)))
                        .orElseGet(() -> Mono.just(notAnAddress(back))));
    }

    @GetMapping("/subscriptions/address")
    Mono<ResponseEntity<byte[]>> show(@RequestParam(defaultValue = "") String token) {
        return changes.check(token).map(this::page);
    }

    @PostMapping("/subscriptions/address")
    Mono<ResponseEntity<byte[]>> confirm(@RequestParam(defaultValue = "") String token) {
        return changes.confirm(token).map(this::page);
    }

    private ResponseEntity<byte[]> requested(Requested result, Link back) {
        return switch (result) {
            case ASKED ->
                pages.pages()
                        .notice(
                                HttpStatus.OK,
                                "Check both mailboxes",
                                "A mail with a link is on its way to your old and to your new address. The address changes when"
                                        + " both links were followed, within two days.",
                                back);
            case SAME_ADDRESS ->
                pages.pages()
                        .notice(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "This is your address already",
                                "The mails go to this address. Nothing was changed.",
                                back);
            case TOO_SOON ->
                pages.pages()
                        .notice(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "A change is under way",
                                "Follow the links that were mailed a moment ago, or try again in ten minutes.",
                                back);
            case TOO_MANY ->
                pages.pages()
                        .notice(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too many requests",
                                "Many mails were requested from your network or for this mail domain. Try again in an hour.",
                                back);
            case UNKNOWN -> pages.invalidLink();
        };
    }

    private ResponseEntity<byte[]> notAnAddress(Link back) {
        return pages.pages()
                .notice(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "This is not a mail address",
                        "A mail address looks like ada@example.org. Nothing was changed.",
                        back);
    }

    private ResponseEntity<byte[]> page(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> confirmPage();
            case ONE_LEFT ->
                notice(
                        HttpStatus.OK,
                        "One link is left",
                        "This mailbox has confirmed. Follow the link in the other one, too.");
            case DONE ->
                notice(HttpStatus.OK, "Your address has changed", "From now on the mails go to the new address.");
            case TAKEN ->
                notice(
                        HttpStatus.CONFLICT,
                        "The new address has a subscription",
                        "Somebody has subscribed with the new address already, so this subscription cannot move there. You can"
                                + " unsubscribe here instead.");
            case OVER ->
                notice(
                        HttpStatus.GONE,
                        "This link is too old",
                        "The change was done, replaced by another one, or not confirmed within two days. You can request it"
                                + " again.");
            case UNKNOWN -> pages.invalidLink();
        };
    }

    private ResponseEntity<byte[]> notice(HttpStatus status, String title, String lede) {
        return pages.pages().notice(status, title, lede, SelfServicePages.FRONT_PAGE);
    }

    private ResponseEntity<byte[]> confirmPage() {
        var title = "Change the address?";
        var lede = "The subscription moves to the new address when both mailboxes have confirmed it.";
        var form = Form.of(null, List.of(), "Confirm the new address");
        return pages.pages().form(HttpStatus.OK, FormPage.of(pages.pages().layout(title), title, lede, form));
    }
}
