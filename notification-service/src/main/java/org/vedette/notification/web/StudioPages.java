package org.vedette.notification.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.HiddenField;
import org.vedette.pages.SignedIn;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** What the pages of this service in the studio share: the menu, and who is signed in. */
@Component
public final class StudioPages {

    /** Has the token that forms of the gateway send. */
    private static final String TOKEN = "X-CSRF-Token";

    private static final String ADMIN = "ROLE_admin";

    private final PageRenderer pages;

    StudioPages(PageRenderer pages) {
        this.pages = pages;
    }

    /** The layout of a page with a title, for whoever is signed in. */
    public Mono<ApplicationLayout> layout(String title, String menuPath, ServerWebExchange exchange) {
        var token =
                Objects.requireNonNullElse(exchange.getRequest().getHeaders().getFirst(TOKEN), "");
        return Operators.name()
                .map(name -> new ApplicationLayout(
                        pages.site(),
                        StudioMenu.APPLICATION,
                        StudioMenu.HOME,
                        title,
                        StudioMenu.FOR_EDITORS,
                        menuPath,
                        new SignedIn(name, "/account", "/logout", List.of(new HiddenField("_csrf", token)))));
    }

    /** Sends the browser to another page after a form. */
    public static ResponseEntity<byte[]> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Whether an admin is signed in. */
    public static Mono<Boolean> isAdmin() {
        return caller().map(caller ->
                caller.getAuthorities().stream().anyMatch(authority -> ADMIN.equals(authority.getAuthority())));
    }

    private static Mono<Authentication> caller() {
        return ReactiveSecurityContextHolder.getContext().mapNotNull(SecurityContext::getAuthentication);
    }
}
