package org.vedette.notification.signup.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.signup.ConfirmationService;
import org.vedette.notification.signup.ConfirmationService.Outcome;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.web.ClientNetworks;
import org.vedette.notification.web.PageRenderer;
import org.vedette.pages.Link;
import org.vedette.pages.SitePaths;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/** Handles the link in confirmation mails. Only POST changes anything, because mail scanners follow links. */
@RestController
@RequestMapping("/subscriptions/confirm")
class ConfirmationController {

    private static final Link FRONT_PAGE = new Link("Read the latest posts", SitePaths.FRONT_PAGE);
    private static final Link AGAIN = new Link("Subscribe again", SitePaths.SUBSCRIBE);

    private static final String WELCOME =
            "You can choose what you get, now or at any time by the link in every mail. Another link there unsubscribes.";
    private static final String NOTHING_TO_DO =
            "This link has done its work: your subscription is confirmed, and there is nothing left to do.";
    private static final String ENDED =
            "The subscription it confirmed has ended since. You can subscribe again at any time.";
    private static final String TOO_OLD =
            "Confirmation links work for a limited time only. Subscribe again, and a new one is sent.";
    private static final String INVALID_LINK =
            "Part of it may be missing. Try to copy the whole link from the mail, or subscribe again.";

    private final ConfirmationService confirmations;
    private final SubscriptionLinks links;
    private final PageRenderer pages;
    private final MeterRegistry meters;

    ConfirmationController(
            ConfirmationService confirmations, SubscriptionLinks links, PageRenderer pages, MeterRegistry meters) {
        this.confirmations = confirmations;
        this.links = links;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(@RequestParam(defaultValue = "") String token) {
        return confirmations.check(token).map(outcome -> page(outcome, token));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> confirm(@RequestParam(defaultValue = "") String token, ServerHttpRequest request) {
        var client = ClientNetworks.of(request).address();
        return confirmations.confirm(token, client).doOnNext(this::count).map(outcome -> page(outcome, token));
    }

    private void count(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            meters.counter("vedette.notification.subscriptions", "step", "confirmed")
                    .increment();
        }
    }

    private Link choice(String token) {
        var path = confirmations.subscriber(token).map(links::token).map(SubscriptionLinks.PREFERENCES::concat);
        return new Link("Choose what you get", path.orElse(SitePaths.SUBSCRIBE));
    }

    private ResponseEntity<byte[]> page(Outcome outcome, String token) {
        return switch (outcome) {
            case OPEN -> confirmPage();
            case DONE -> pages.notice(HttpStatus.OK, "You are subscribed", WELCOME, choice(token), FRONT_PAGE);
            case ALREADY_ACTIVE -> linkWithoutEffect("You are subscribed already", NOTHING_TO_DO, FRONT_PAGE);
            case USED -> linkWithoutEffect("This link has been used", ENDED, AGAIN);
            case EXPIRED -> linkWithoutEffect("This link is too old", TOO_OLD, AGAIN);
            case UNKNOWN -> pages.notice(HttpStatus.NOT_FOUND, "This is not a link of ours", INVALID_LINK, AGAIN);
        };
    }

    private ResponseEntity<byte[]> confirmPage() {
        var title = "One last step";
        var promise = "Press the button, and " + pages.siteTitle() + " will tell you about every new post.";
        var form = Form.of(null, List.of(), "Confirm my subscription");
        return pages.form(HttpStatus.OK, FormPage.of(pages.layout(title), title, promise, form));
    }

    private ResponseEntity<byte[]> linkWithoutEffect(String title, String lede, Link next) {
        return pages.notice(HttpStatus.GONE, title, lede, next);
    }
}
