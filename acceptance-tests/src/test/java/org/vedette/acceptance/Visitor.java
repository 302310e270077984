package org.vedette.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody who subscribes to mail and unsubscribes. */
record Visitor(URI site, String address) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Http HTTP = new Http();

    HttpResponse<String> asksForMail() {
        return HTTP.post(
                site.resolve("/subscribe"),
                FORM,
                "address=" + URLEncoder.encode(address, UTF_8),
                "Accept",
                "text/html");
    }

    /** Asks for mail, waits for the confirmation mail and follows its link to the button. */
    void subscribes(Inbox inbox) {
        Editor.expect(200, asksForMail());
        await().atMost(TIMEOUT).until(() -> !inbox.mails().isEmpty());
        Editor.expect(200, presses(inbox.mails().get(0).linkTo("/subscriptions/confirm")));
    }

    HttpResponse<String> looksAt(URI link) {
        return HTTP.get(link, "Accept", "text/html");
    }

    HttpResponse<String> presses(URI link) {
        return HTTP.post(link, FORM, "", "Accept", "text/html");
    }

    /** What a mail program sends when its unsubscribe button is pressed (RFC 8058 §3.1). */
    HttpResponse<String> leavesByOneClick(URI link) {
        return HTTP.post(link, FORM, "List-Unsubscribe=One-Click");
    }
}
