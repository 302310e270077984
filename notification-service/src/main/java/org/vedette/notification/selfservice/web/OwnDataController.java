package org.vedette.notification.selfservice.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.selfservice.OwnDataService;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.pages.Link;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows and erases what is stored about a subscriber, by a link that is mailed for it. */
@RestController
class OwnDataController {

    private static final String SURE = "sure";

    private final OwnDataService ownData;
    private final SelfServicePages pages;
    private final JsonMapper json;

    OwnDataController(OwnDataService ownData, SelfServicePages pages, JsonMapper json) {
        this.ownData = ownData;
        this.pages = pages;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    @PostMapping("/subscriptions/preferences/data")
    Mono<ResponseEntity<byte[]>> requestLink(@RequestParam(defaultValue = "") String token) {
        var back = new Link("Back to your subscription", SubscriptionLinks.PREFERENCES + token);
        return ownData.requestLink(token).map(known -> known ? linkIsSent(back) : pages.invalidLink());
    }

    @GetMapping("/subscriptions/data")
    Mono<ResponseEntity<byte[]>> show(@RequestParam(defaultValue = "") String token) {
        return ownData.subscriber(token).map(known -> page(known, token, false)).defaultIfEmpty(linkIsOver());
    }

    @GetMapping("/subscriptions/data/export")
    Mono<ResponseEntity<byte[]>> export(@RequestParam(defaultValue = "") String token) {
        return ownData.export(token)
                .map(data -> file(json.writeValueAsBytes(OwnDataView.of(data))))
                .defaultIfEmpty(linkIsOver());
    }

    @PostMapping("/subscriptions/data")
    Mono<ResponseEntity<byte[]>> erase(@RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> form.containsKey(SURE)
                        ? ownData.erase(token).map(erased -> erased ? erased() : linkIsOver())
                        : ownData.subscriber(token)
                                .map(known -> page(known, token, true))
                                .defaultIfEmpty(linkIsOver()));
    }

    private ResponseEntity<byte[]> page(Subscriber known, String token, boolean isNotSure) {
        var title = "Your data";
        var error = isNotSure ? "Tick the box: what is erased cannot be brought back." : null;
        var sure = Field.checkbox(
                        SURE, "Erase everything about " + known.address().value() + ", and end the subscription", false)
                .withError(error);
        var form = Form.of(null, List.of(sure), "Erase my data")
                .withFinePrint("What is erased cannot be brought back. You can subscribe again at any time.");
        var page = FormPage.of(
                        pages.pages().layout(title),
                        title,
                        "See and take along what is stored about "
                                + known.address().value() + ", or erase it.",
                        form)
                .withLinks(
                        List.of(new Link("Download everything as JSON", "/subscriptions/data/export?token=" + token)));
        return pages.pages().form(isNotSure ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, page);
    }

    private ResponseEntity<byte[]> linkIsSent(Link back) {
        return pages.pages()
                .notice(
                        HttpStatus.OK,
                        "Check your mail",
                        "A mail with a link is on its way to your address. It leads to what is stored about you, and works for"
                                + " an hour.",
                        back);
    }

    private ResponseEntity<byte[]> erased() {
        return pages.pages()
                .notice(
                        HttpStatus.OK,
                        "Everything is erased",
                        "Your address and all that belonged to it is gone, and no more mails will come.",
                        SelfServicePages.FRONT_PAGE);
    }

    private ResponseEntity<byte[]> linkIsOver() {
        return pages.pages()
                .notice(
                        HttpStatus.NOT_FOUND,
                        "This link does not work",
                        "It works for an hour after it was requested, and not in part. The page of your subscription, which"
                                + " every mail links, sends a new one.",
                        SelfServicePages.FRONT_PAGE);
    }

    private static ResponseEntity<byte[]> file(byte[] content) {
        var name =
                ContentDisposition.attachment().filename("my-subscription.json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
