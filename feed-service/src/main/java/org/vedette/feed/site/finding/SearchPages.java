package org.vedette.feed.site.finding;

import java.util.List;
import java.util.stream.Stream;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.lists.PageNumber;
import org.vedette.feed.site.page.SearchForm;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Mono;

/** Makes the page on which readers search. */
public final class SearchPages {

    private final SearchService search;
    private final CurrentTimeline timeline;
    private final Entries entries;
    private final SearchPrinter printer;
    private final Questions questions;
    private final Messages messages;

    public SearchPages(
            SearchService search,
            CurrentTimeline timeline,
            Entries entries,
            SearchPrinter printer,
            BlogCalendar calendar,
            Messages messages) {
        this.search = search;
        this.timeline = timeline;
        this.entries = entries;
        this.printer = printer;
        this.questions = new Questions(calendar);
        this.messages = messages;
    }

    /**
     * Answers a question; on the page itself when it makes no sense.
     *
     * @throws RequestRejectedException while the index is being built, and under too much load
     */
    public Mono<Answer> answer(SearchForm form, PageNumber page) {
        return form.isEmpty()
                ? around(List.of()).map(heads -> new Answer.Shown(printer.empty(form, heads, issues())))
                : Mono.defer(() -> found(form, page))
                        .onErrorResume(RequestRejectedException.class, no -> refused(form, no));
    }

    private Mono<Answer> found(SearchForm form, PageNumber page) {
        return search.find(questions.query(form, page.value())).flatMap(result -> answer(form, page, result));
    }

    private Mono<Answer> answer(SearchForm form, PageNumber page, SearchResult result) {
        var pages = SearchPrinter.pages(result);
        return result.hits().isEmpty() && page.value() > 1
                ? Mono.just(new Answer.NotShown(messages.beyondTheEnd(page.value(), pages, form.address(pages))))
                : around(result.hits()).map(heads -> new Answer.Shown(printer.found(form, result, heads, issues())));
    }

    private Mono<Answer> refused(SearchForm form, RequestRejectedException refusal) {
        if (refusal.reason() != RequestRejectedException.Reason.INVALID) {
            return Mono.error(refusal);
        }
        return around(List.of())
                .map(heads -> new Answer.Shown(printer.refused(form, refusal.detail(), heads, issues())));
    }

    /** The posts that were found, and the latest issue of every series, which has its title. */
    private Mono<Heads> around(List<Hit> hits) {
        return Heads.ofIds(
                entries,
                Stream.concat(hits.stream().map(Hit::id), issues().stream().map(Position::id)));
    }

    private List<Position> issues() {
        return timeline.get().latestIssues();
    }
}
