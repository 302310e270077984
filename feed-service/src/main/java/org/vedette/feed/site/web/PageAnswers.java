package org.vedette.feed.site.web;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.page.Page;
import reactor.core.publisher.Mono;

/** Answers requests with what the site leads to. */
@Component
class PageAnswers {

    private final Answers answers;
    private final Pages pages;

    PageAnswers(Answers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    /**
     * Sends a page, making it first if it is not there.
     *
     * @param address the path and those parameters that make a difference, as our own links spell them
     */
    Mono<Void> send(ServerWebExchange exchange, String address, Supplier<Mono<Answer>> maker) {
        return answers.send(exchange, address, () -> maker.get().flatMap(this::rendition));
    }

    private Mono<Rendition> rendition(Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return Mono.fromSupplier(() -> printed(shown.page()));
        }
        return answer instanceof Answer.Moved moved
                ? Mono.just(Rendition.moved(moved.address()))
                : Mono.error(new NotShownException(((Answer.NotShown) answer).page()));
    }

    private Rendition printed(Page page) {
        return Rendition.of(Pages.HTML_TYPE, pages.print(page), Freshness.PAGE);
    }
}
