package org.vedette.feed.site.web;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.page.Page;
import reactor.core.publisher.Mono;

/** Answers requests with what the site leads to. */
@Component
class PageAnswers {

    private final ResponseCache responses;
    private final Pages pages;

    PageAnswers(ResponseCache responses, Pages pages) {
        this.responses = responses;
        this.pages = pages;
    }

    /**
     * Sends a page, making it first if it is not there.
     *
     * @param address the path and those parameters that make a difference, as our own links spell them
     */
    Mono<CachedResponse> send(String address, Supplier<Mono<Answer>> maker) {
        return responses.get(address, () -> maker.get().flatMap(this::rendition));
    }

    private Mono<CachedResponse> rendition(Answer answer) {
        if (answer instanceof Answer.Shown shown) {
            return Mono.fromSupplier(() -> printed(shown.page()));
        }
        return answer instanceof Answer.Moved moved
                ? Mono.just(CachedResponse.movedPermanently(moved.address()))
                : Mono.error(new NotShownException(((Answer.NotShown) answer).page()));
    }

    private CachedResponse printed(Page page) {
        return CachedResponse.ok(Pages.HTML_TYPE, pages.print(page), CacheControlPolicy.PAGE);
    }
}
