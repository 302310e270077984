package org.vedette.feed.site.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
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
    Mono<Void> archive(ServerWebExchange exchange) {
        return answers.send(exchange, Blog.ARCHIVE, archive::archive);
    }

    @GetMapping(Blog.ARCHIVE + "/{year}")
    Mono<Void> year(@PathVariable String year, ServerWebExchange exchange) {
        var page = page(exchange);
        return answers.send(exchange, page.address(Blog.ARCHIVE + "/" + year), () -> archive.year(year, page));
    }

    @GetMapping(Blog.ARCHIVE + "/{year}/{month}")
    Mono<Void> month(@PathVariable String year, @PathVariable String month, ServerWebExchange exchange) {
        var page = page(exchange);
        var path = Blog.ARCHIVE + "/" + year + "/" + month;
        return answers.send(exchange, page.address(path), () -> archive.month(year, month, page));
    }

    private static PageNumber page(ServerWebExchange exchange) {
        return PageNumber.of(exchange.getRequest().getQueryParams().get("page"));
    }
}
