package org.vedette.gateway.oidc;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.gateway.html.Pages;
import org.vedette.pages.Link;

/** Says why a login at the provider did not work, and what to do. */
@Component
class OidcPages {

    private static final List<Link> LINKS =
            List.of(new Link("Try again", OidcController.PATH), new Link("To the front page", "/"));
    private static final String RETRY_AFTER = "60";

    private final Pages pages;

    OidcPages(Pages pages) {
        this.pages = pages;
    }

    ResponseEntity<byte[]> insecure() {
        return page(
                HttpStatus.FORBIDDEN,
                "Signing in needs https",
                "Open this site with https, or at http://localhost: whoever is on the way could take over your session.",
                List.of(new Link("To the front page", "/")));
    }

    ResponseEntity<byte[]> expired() {
        return page(
                HttpStatus.FORBIDDEN,
                "This login is over",
                "It took more than ten minutes, was begun in another window, or is finished already.",
                LINKS);
    }

    ResponseEntity<byte[]> refused() {
        return page(
                HttpStatus.FORBIDDEN,
                "Signing in did not work",
                "The identity provider did not confirm who you are. If it does not work another time, tell an"
                        + " administrator, who finds the reason in the log of the gateway.",
                LINKS);
    }

    ResponseEntity<byte[]> denied() {
        return page(
                HttpStatus.FORBIDDEN,
                "Your account has no role here",
                "You are known to the identity provider, but none of your groups may write on this site, or your account"
                        + " is disabled. Ask an administrator. Reading needs no account.",
                LINKS);
    }

    ResponseEntity<byte[]> unavailable() {
        var page = page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The identity provider does not answer",
                "Nobody can sign in until it does; reading works, and people who are signed in stay so. Try again in a minute.",
                LINKS);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .body(page.getBody());
    }

    ResponseEntity<byte[]> signedOut(String text, List<Link> links) {
        return page(HttpStatus.OK, "You are signed out", text, links);
    }

    private ResponseEntity<byte[]> page(HttpStatus status, String title, String text, List<Link> links) {
        return pages.notice(status, title, text, links);
    }
}
