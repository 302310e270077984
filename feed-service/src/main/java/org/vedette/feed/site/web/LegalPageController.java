package org.vedette.feed.site.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.legal.LegalPage;
import org.vedette.pages.Link;
import org.vedette.starter.legal.LegalProperties;
import reactor.core.publisher.Mono;

/** The imprint and the privacy page, as far as they have a text. Their text is read at the start. */
@RestController
class LegalPageController {

    private final Map<String, PageResponse> pages;
    private final PageRenderer renderer;

    LegalPageController(LegalProperties settings, PageLayouts layouts, PageRenderer renderer) {
        this.pages = settings.pages().stream()
                .collect(Collectors.toUnmodifiableMap(LegalProperties.LegalPage::path, page -> page(page, layouts)));
        this.renderer = renderer;
    }

    @GetMapping(LegalProperties.IMPRINT)
    Mono<CachedResponse> imprint() {
        return respond(LegalProperties.IMPRINT);
    }

    @GetMapping(LegalProperties.PRIVACY)
    Mono<CachedResponse> privacy() {
        return respond(LegalProperties.PRIVACY);
    }

    private Mono<CachedResponse> respond(String path) {
        var page = pages.get(path);
        return page == null ? Mono.error(PageProblems.notFound()) : renderer.respond(path, () -> Mono.just(page));
    }

    private static PageResponse page(LegalProperties.LegalPage page, PageLayouts layouts) {
        var link = new Link(page.title(), page.path());
        var head = layouts.listing(page.title(), page.title(), page.path());
        return new LegalPage(
                layouts.layout(head, null, List.of(layouts.home(), link)), page.title(), LegalText.html(page));
    }
}
