package org.vedette.notification.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.HiddenField;
import org.vedette.pages.SignedIn;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** What is around the pages of the studio: its menu, and who is signed in. */
@Component
public class StudioFrame {

    /** Has the token that forms of the gateway send. */
    private static final String TOKEN = "X-CSRF-Token";

    private final PageRenderer pages;

    StudioFrame(PageRenderer pages) {
        this.pages = pages;
    }

    /**
     * The layout of a page with a title, for whoever is signed in.
     *
     * @param menuPath entry of the menu that the page belongs to
     */
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
}
