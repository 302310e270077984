package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.subscribers.DepartureService;
import org.vedette.notification.web.MessageView.Link;
import org.vedette.notification.web.Pages;
import reactor.core.publisher.Mono;

/**
 * Where the link to leave leads, and where mail programs post to (RFC 8058).
 *
 * <p>The body of the POST is not looked at: programs send it in either form encoding, and the token says it all.
 */
@RestController
@RequestMapping("/subscriptions/unsubscribe")
class DepartureController {

    private static final Link FRONT_PAGE = new Link("/", "To the front page");
    private static final Link AGAIN = new Link("/subscribe", "Subscribe again");

    private final DepartureService departures;
    private final Pages pages;
    private final MeterRegistry meters;

    DepartureController(DepartureService departures, Pages pages, MeterRegistry meters) {
        this.departures = departures;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "") String token) {
        return departures.isOurs(token) ? question() : unknown();
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> leave(@RequestParam(defaultValue = "") String token) {
        return departures.unsubscribe(token).map(ours -> ours ? gone() : unknown());
    }

    private ResponseEntity<byte[]> question() {
        var site = pages.site();
        return pages.page(
                HttpStatus.OK,
                "ask.jte",
                new AskView(
                        site,
                        "Leave?",
                        site.title() + " will send you nothing more. You can come back at any time.",
                        "Unsubscribe"));
    }

    private ResponseEntity<byte[]> gone() {
        meters.counter("vedette.notification.subscriptions", "step", "left").increment();
        return pages.message(
                HttpStatus.OK,
                "You are unsubscribed",
                "No more mails will come, not even about posts that are being announced right now.",
                AGAIN);
    }

    private ResponseEntity<byte[]> unknown() {
        return pages.message(
                HttpStatus.NOT_FOUND,
                "This is not a link of ours",
                "Part of it may be missing. Try to copy the whole link from the mail.",
                FRONT_PAGE);
    }
}
