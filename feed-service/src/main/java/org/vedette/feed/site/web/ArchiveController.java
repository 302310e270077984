package org.vedette.feed.site.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.archive.ArchivePages;
import org.vedette.feed.site.lists.PageNumber;
import reactor.core.publisher.Mono;

/** The posts by years and months. */
@RestController
class ArchiveController {

    private final ArchivePages archive;
    private final PageAnswers answers;

    ArchiveController(ArchivePages archive, PageAnswers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    @GetMapping(Blog.ARCHIVE)
    Mono<CachedResponse> archive() {
        return answers.send(Blog.ARCHIVE, archive::archive);
    }

    @GetMapping(Blog.ARCHIVE + "/{year}")
    Mono<CachedResponse> year(@PathVariable String year, ServerWebExchange exchange) {
        var page = page(exchange);
        return answers.send(page.address(path(year)), () -> archive.year(year, page));
    }

    @GetMapping(Blog.ARCHIVE + "/{year}/{month}")
    Mono<CachedResponse> month(@PathVariable String year, @PathVariable String month, ServerWebExchange exchange) {
        var page = page(exchange);
        return answers.send(page.address(path(year, month)), () -> archive.month(year, month, page));
    }

    /** Encoded again: a slash within a segment must not lead to what is kept at another address. */
    private static String path(String... segments) {
        return Stream.of(segments)
                .map(segment -> UriUtils.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", Blog.ARCHIVE + "/", ""));
    }

    private static PageNumber page(ServerWebExchange exchange) {
        return PageNumber.of(exchange.getRequest().getQueryParams().get("page"));
    }
}
