package org.vedette.notification.operators.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.web.PageRenderer;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.HiddenField;
import org.vedette.pages.SignedIn;
import org.vedette.pages.StudioMenu;
import org.vedette.starter.security.ServiceTokens;
import reactor.core.publisher.Mono;

/** Renders the pages of operators, with the menu of the studio. */
@Component
class OperatorPages {

    static final String SUBSCRIBERS = StudioMenu.SUBSCRIBERS;

    /** Has the token that forms of the gateway send. */
    private static final String TOKEN = "X-CSRF-Token";

    private final PageRenderer pages;
    private final SubscriberWords words;

    OperatorPages(PageRenderer pages, NotificationServiceProperties properties) {
        this.pages = pages;
        this.words = new SubscriberWords(properties.site().zone());
    }

    SubscriberWords words() {
        return words;
    }

    /** The layout of a page with a title, for whoever is signed in. */
    Mono<ApplicationLayout> layout(String title, ServerWebExchange exchange) {
        var token =
                Objects.requireNonNullElse(exchange.getRequest().getHeaders().getFirst(TOKEN), "");
        return operator()
                .map(name -> new ApplicationLayout(
                        pages.site(),
                        StudioMenu.APPLICATION,
                        StudioMenu.HOME,
                        title,
                        StudioMenu.FOR_EDITORS,
                        SUBSCRIBERS,
                        new SignedIn(name, "/account", "/logout", List.of(new HiddenField("_csrf", token)))));
    }

    ResponseEntity<byte[]> ok(String template, Object view) {
        return page(HttpStatus.OK, template, view);
    }

    ResponseEntity<byte[]> page(HttpStatusCode status, String template, Object view) {
        return pages.page(status, template, view);
    }

    static String path(SubscriberId id) {
        return SUBSCRIBERS + "/" + id;
    }

    static ResponseEntity<byte[]> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** The name of whoever is signed in. */
    static Mono<String> operator() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(OperatorPages::name);
    }

    private static String name(Authentication token) {
        return token.getPrincipal() instanceof Jwt jwt
                ? Objects.requireNonNullElse(jwt.getClaimAsString(ServiceTokens.NAME), token.getName())
                : token.getName();
    }
}
