package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.notification.web.PageRenderer;
import org.vedette.pages.Link;
import org.vedette.pages.SitePaths;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/**
 * Handles the unsubscribe link, for people and for the one-click POST of mail programs (RFC 8058).
 *
 * <p>Ignores the body of the POST: mail programs send it in either form encoding, and the token is sufficient.
 */
@RestController
@RequestMapping("/subscriptions/unsubscribe")
class UnsubscribeController {

    /** Id of an alert or a digest. */
    private static final Pattern MAIL = Pattern.compile("[a-z0-9-]{1,64}");

    private static final Link FRONT_PAGE = new Link("To the front page", SitePaths.FRONT_PAGE);
    private static final Link AGAIN = new Link("Subscribe again", SitePaths.SUBSCRIBE);

    private final UnsubscribeService unsubscribes;
    private final PageRenderer pages;
    private final MeterRegistry meters;

    UnsubscribeController(UnsubscribeService unsubscribes, PageRenderer pages, MeterRegistry meters) {
        this.unsubscribes = unsubscribes;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@RequestParam(defaultValue = "") String token) {
        return unsubscribes.isValid(token) ? confirmPage(token) : invalidLink();
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> unsubscribe(
            @RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String mail) {
        return unsubscribes
                .unsubscribe(token, mail != null && MAIL.matcher(mail).matches() ? mail : null)
                .map(valid -> valid ? unsubscribed() : invalidLink());
    }

    private ResponseEntity<byte[]> confirmPage(String token) {
        var title = "Leave?";
        var lede = pages.siteTitle() + " will send you nothing more. You can come back at any time.";
        var form = Form.of(null, List.of(), "Unsubscribe");
        var less =
                new Link("Choose less instead: fewer posts, or one mail a week", SubscriptionLinks.PREFERENCES + token);
        var page = FormPage.of(pages.layout(title), title, lede, form).withLinks(List.of(less));
        return pages.form(HttpStatus.OK, page);
    }

    private ResponseEntity<byte[]> unsubscribed() {
        meters.counter("vedette.notification.subscriptions", "step", "left").increment();
        return pages.notice(
                HttpStatus.OK,
                "You are unsubscribed",
                "No more mails will come, not even about posts that are being announced right now.",
                AGAIN);
    }

    private ResponseEntity<byte[]> invalidLink() {
        return pages.notice(
                HttpStatus.NOT_FOUND,
                "This is not a link of ours",
                "Part of it may be missing. Try to copy the whole link from the mail.",
                FRONT_PAGE);
    }
}
