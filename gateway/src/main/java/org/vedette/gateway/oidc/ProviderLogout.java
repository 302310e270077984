package org.vedette.gateway.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.login.web.SignedOutPage;
import org.vedette.pages.Link;

/**
 * Sends a person who has signed in at the provider on to it, to sign out there as well (OpenID Connect RP-Initiated Logout §2).
 * It is a page and no redirect: the content security policy lets the form of the logout lead to this site only.
 */
@Component
class ProviderLogout implements SignedOutPage {

    private static final Link HOME = new Link("To the front page", "/");

    private final OidcProperties properties;
    private final OidcCookies cookies;
    private final OidcPages pages;
    private final URI home;

    ProviderLogout(OidcProperties properties, OidcCookies cookies, OidcPages pages, GatewayProperties gateway) {
        this.properties = properties;
        this.cookies = cookies;
        this.pages = pages;
        this.home = gateway.baseUrl().resolve("/");
    }

    @Override
    public ResponseEntity<byte[]> render(ServerWebExchange exchange) {
        var idToken = cookies.idToken(exchange.getRequest());
        if (!properties.isEnabled() || idToken.isEmpty()) {
            return Pages.redirect("/");
        }
        cookies.clearIdToken(exchange.getResponse());
        var endSession = properties.endSessionUri();
        if (endSession == null) {
            return pages.signedOut("At the identity provider you still are: sign out there as well.", List.of(HOME));
        }
        var address = address(endSession, idToken.get());
        exchange.getResponse().getHeaders().set("Refresh", "0; url=" + address);
        return pages.signedOut(
                "The identity provider signs you out as well.",
                List.of(new Link("Go on to the identity provider", address), HOME));
    }

    private String address(URI endSession, String idToken) {
        var query = "client_id=" + encode(properties.clientId()) + "&post_logout_redirect_uri="
                + encode(home.toString())
                + (idToken.equals(OidcCookies.TOO_LONG) ? "" : "&id_token_hint=" + encode(idToken));
        return endSession + (endSession.getRawQuery() == null ? "?" : "&") + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
