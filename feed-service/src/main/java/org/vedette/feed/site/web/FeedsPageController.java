package org.vedette.feed.site.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.feeds.FeedsPageService;
import reactor.core.publisher.Mono;

/** The page that explains the feeds. */
@RestController
class FeedsPageController {

    private final FeedsPageService feeds;
    private final PageRenderer renderer;

    FeedsPageController(FeedsPageService feeds, PageRenderer renderer) {
        this.feeds = feeds;
        this.renderer = renderer;
    }

    @GetMapping(Blog.FEEDS)
    Mono<CachedResponse> feeds() {
        return renderer.respond(Blog.FEEDS, feeds::feeds);
    }
}
