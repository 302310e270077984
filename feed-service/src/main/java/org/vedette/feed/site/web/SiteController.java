package org.vedette.feed.site.web;

import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import org.vedette.feed.site.Answer;
import org.vedette.feed.site.SiteService;
import org.vedette.feed.site.page.Page;
import reactor.core.publisher.Mono;

/** The reader's pages. */
@RestController
class SiteController {

    private final SiteService site;
    private final Pages pages;
    private final Answers answers;

    SiteController(SiteService site, Pages pages, Answers answers) {
        this.site = site;
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping("/")
    Mono<Void> frontPage(ServerWebExchange exchange) {
        return answers.send(exchange, "/", () -> site.frontPage().map(this::printed));
    }

    @GetMapping("/posts/{slug}")
    Mono<Void> post(@PathVariable String slug, ServerWebExchange exchange) {
        return send(exchange, Blog.pathOfPost(slug), () -> site.post(slug));
    }

    @GetMapping("/series/{slug}")
    Mono<Void> series(@PathVariable String slug, ServerWebExchange exchange) {
        return send(exchange, Blog.pathOfSeries(slug), () -> site.series(slug));
    }

    private Mono<Void> send(ServerWebExchange exchange, String address, Supplier<Mono<Answer>> maker) {
        return answers.send(exchange, address, () -> maker.get().flatMap(this::rendition));
    }

    private Mono<Rendition> rendition(Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return Mono.just(printed(shown.page()));
        }
        return answer instanceof Answer.Moved moved
                ? Mono.just(Rendition.moved(moved.address()))
                : Mono.error(new NotShownException(((Answer.NotShown) answer).page()));
    }

    private Rendition printed(Page page) {
        return Rendition.of(
                Pages.HTML_TYPE, pages.print(page), Freshness.PAGE, page.frame().changedAt());
    }
}
