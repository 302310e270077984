package org.vedette.notification.operators.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.StudioPages;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** Renders the pages of operators, with the menu of the studio. */
@Component
class OperatorPages {

    static final String SUBSCRIBERS = StudioMenu.SUBSCRIBERS;

    private final PageRenderer pages;
    private final StudioPages studio;
    private final SubscriberWords words;

    OperatorPages(PageRenderer pages, StudioPages studio, NotificationServiceProperties properties) {
        this.pages = pages;
        this.studio = studio;
        this.words = new SubscriberWords(properties.site().zone());
    }

    SubscriberWords words() {
        return words;
    }

    /** The layout of a page with a title, for whoever is signed in. */
    Mono<ApplicationLayout> layout(String title, ServerWebExchange exchange) {
        return studio.layout(title, SUBSCRIBERS, exchange);
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
        return StudioPages.redirect(path);
    }
}
