package org.vedette.feed.site.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.archive.ArchiveService;
import org.vedette.feed.site.post.FrontPageService;
import org.vedette.feed.site.post.PostPageService;
import org.vedette.starter.security.Editors;
import reactor.core.publisher.Mono;

/** The front page, the posts, and the archive, all of which are cached. */
@RestController
class SiteController {

    private final FrontPageService frontPages;
    private final PostPageService posts;
    private final ArchiveService archive;
    private final PageRenderer renderer;

    SiteController(FrontPageService frontPages, PostPageService posts, ArchiveService archive, PageRenderer renderer) {
        this.frontPages = frontPages;
        this.posts = posts;
        this.archive = archive;
        this.renderer = renderer;
    }

    @GetMapping("/")
    Mono<CachedResponse> frontPage() {
        return renderer.respond("/", frontPages::frontPage);
    }

    @GetMapping("/posts/{slug}")
    Mono<CachedResponse> post(@PathVariable String slug) {
        return Editors.isEditor()
                .filter(isEditor -> isEditor)
                .flatMap(editor -> renderer.respondPrivately(posts.restrictedPost(slug)))
                .switchIfEmpty(Mono.defer(() -> renderer.respond(Blog.pathOfPost(slug), () -> posts.post(slug))));
    }

    @GetMapping(Blog.ARCHIVE)
    Mono<CachedResponse> archive() {
        return renderer.respond(Blog.ARCHIVE, archive::archive);
    }

    @GetMapping(Blog.ARCHIVE + "/{year}")
    Mono<CachedResponse> year(@PathVariable String year, @RequestParam MultiValueMap<String, String> parameters) {
        var page = page(parameters);
        return renderer.respond(page.address(archivePath(year)), () -> archive.year(year, page));
    }

    @GetMapping(Blog.ARCHIVE + "/{year}/{month}")
    Mono<CachedResponse> month(
            @PathVariable String year,
            @PathVariable String month,
            @RequestParam MultiValueMap<String, String> parameters) {
        var page = page(parameters);
        return renderer.respond(page.address(archivePath(year, month)), () -> archive.month(year, month, page));
    }

    private static PageNumber page(MultiValueMap<String, String> parameters) {
        @Nullable List<String> values = parameters.get("page");
        return PageNumber.of(values);
    }

    /** Encoded again: a slash within a segment must not lead to what is cached under another address. */
    private static String archivePath(String... segments) {
        return Stream.of(segments)
                .map(segment -> UriUtils.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", Blog.ARCHIVE + "/", ""));
    }
}
