package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.subscribers.ConfirmationService;
import org.vedette.notification.subscribers.ConfirmationService.Outcome;
import org.vedette.notification.web.MessageView.Link;
import org.vedette.notification.web.Pages;
import reactor.core.publisher.Mono;

/** Where the link in a confirmation mail leads. Only the POST changes anything: mail scanners follow links. */
@RestController
@RequestMapping("/subscriptions/confirm")
class ConfirmationController {

    private static final Link FRONT_PAGE = new Link("/", "Read the latest posts");
    private static final Link AGAIN = new Link("/subscribe", "Subscribe again");

    private static final String WELCOME =
            "The next post will be in your inbox as soon as it is out. Every mail has a link to leave.";
    private static final String DONE_ITS_WORK =
            "This link has done its work: your subscription is confirmed, and there is nothing left to do.";
    private static final String ENDED =
            "The subscription it confirmed has ended since. You can subscribe again at any time.";
    private static final String TOO_OLD =
            "Confirmation links work for a limited time only. Subscribe again, and a new one is sent.";
    private static final String NOT_OURS =
            "Part of it may be missing. Try to copy the whole link from the mail, or subscribe again.";

    private final ConfirmationService confirmations;
    private final Pages pages;
    private final MeterRegistry meters;

    ConfirmationController(ConfirmationService confirmations, Pages pages, MeterRegistry meters) {
        this.confirmations = confirmations;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> ask(@RequestParam(defaultValue = "") String token) {
        return confirmations.lookAt(token).map(this::page);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> confirm(@RequestParam(defaultValue = "") String token) {
        return confirmations.confirm(token).doOnNext(this::count).map(this::page);
    }

    private void count(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            meters.counter("vedette.notification.subscriptions", "step", "confirmed")
                    .increment();
        }
    }

    private ResponseEntity<byte[]> page(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> question();
            case DONE -> pages.message(HttpStatus.OK, "You are subscribed", WELCOME, FRONT_PAGE);
            case ALREADY_ACTIVE -> gone("You are subscribed already", DONE_ITS_WORK, FRONT_PAGE);
            case USED -> gone("This link has been used", ENDED, AGAIN);
            case EXPIRED -> gone("This link is too old", TOO_OLD, AGAIN);
            case UNKNOWN -> pages.message(HttpStatus.NOT_FOUND, "This is not a link of ours", NOT_OURS, AGAIN);
        };
    }

    private ResponseEntity<byte[]> question() {
        var site = pages.site();
        var promise = "Press the button, and " + site.title() + " will tell you about every new post.";
        return pages.page(
                HttpStatus.OK, "ask.jte", new AskView(site, "One last step", promise, "Confirm my subscription"));
    }

    private ResponseEntity<byte[]> gone(String title, String lede, Link next) {
        return pages.message(HttpStatus.GONE, title, lede, next);
    }
}
