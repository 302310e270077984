package org.vedette.feed.site.web;

import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.post.FrontPageService;
import org.vedette.feed.site.post.PostPageService;
import reactor.core.publisher.Mono;

/** The front page and the posts. */
@RestController
class SiteController {

    private final FrontPageService frontPages;
    private final PostPageService posts;
    private final ResponseCache cache;
    private final PageRenderer renderer;

    SiteController(FrontPageService frontPages, PostPageService posts, ResponseCache cache, PageRenderer renderer) {
        this.frontPages = frontPages;
        this.posts = posts;
        this.cache = cache;
        this.renderer = renderer;
    }

    @GetMapping("/")
    Mono<CachedResponse> frontPage() {
        return respond("/", frontPages::frontPage);
    }

    @GetMapping("/posts/{slug}")
    Mono<CachedResponse> post(@PathVariable String slug) {
        return respond(Blog.pathOfPost(slug), () -> posts.post(slug));
    }

    private Mono<CachedResponse> respond(String address, Supplier<Mono<PageResponse>> loader) {
        return cache.get(address, () -> loader.get().map(renderer::render));
    }
}
