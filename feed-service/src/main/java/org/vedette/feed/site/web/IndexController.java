package org.vedette.feed.site.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.indexes.IndexService;
import reactor.core.publisher.Mono;

/** The pages that list every series, tag and author. */
@RestController
class IndexController {

    private final IndexService indexes;
    private final PageRenderer renderer;

    IndexController(IndexService indexes, PageRenderer renderer) {
        this.indexes = indexes;
        this.renderer = renderer;
    }

    @GetMapping(Blog.SERIES)
    Mono<CachedResponse> series() {
        return renderer.respond(Blog.SERIES, indexes::series);
    }

    @GetMapping(Blog.TAGS)
    Mono<CachedResponse> tags(@RequestParam MultiValueMap<String, String> parameters) {
        return respond(Blog.TAGS, parameters, indexes::tags);
    }

    @GetMapping(Blog.AUTHORS)
    Mono<CachedResponse> authors(@RequestParam MultiValueMap<String, String> parameters) {
        return respond(Blog.AUTHORS, parameters, indexes::authors);
    }

    private Mono<CachedResponse> respond(
            String path, MultiValueMap<String, String> parameters, Function<PageNumber, Mono<PageResponse>> loader) {
        @Nullable List<String> values = parameters.get("page");
        var page = PageNumber.of(values);
        return renderer.respond(page.address(path), () -> loader.apply(page));
    }
}
