package org.vedette.feed.site;

import java.util.Locale;
import java.util.stream.Stream;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.lists.PageNumber;
import org.vedette.feed.site.lists.Slice;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the pages that list the posts of a series, a tag or an author. */
public final class ListingPages {

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final ListingPrinter printer;
    private final Messages messages;

    public ListingPages(
            CurrentTimeline timeline, Entries entries, Blog blog, ListingPrinter printer, Messages messages) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.printer = printer;
        this.messages = messages;
    }

    public Mono<Answer> listing(Scope scope, PageNumber page) {
        var now = timeline.get();
        var slice = new Slice(scope.page(), now.in(scope), page);
        if (slice.all().isEmpty()) {
            return Mono.just(otherwiseSpelled(scope, now));
        }
        if (page.isRedundant()) {
            return Mono.just(new Answer.Moved(blog.address(slice.address())));
        }
        return slice.isThere()
                ? heads(slice).map(heads -> new Answer.Shown(printer.listingPage(scope, slice, heads)))
                : Mono.just(
                        new Answer.NotShown(messages.beyondTheEnd(page.value(), slice.pages(), slice.addressOfLast())));
    }

    /** The newest post is looked up as well: it has the latest title of a series and affiliation of an author. */
    private Mono<Heads> heads(Slice slice) {
        return Heads.of(entries, Stream.concat(slice.all().first().stream(), slice.posts().stream()));
    }

    /** Tags are lower-case, and an author may be asked for by name. */
    private Answer otherwiseSpelled(Scope scope, Timeline now) {
        var usual = switch (scope.kind()) {
            case TAG -> Scope.tag(scope.key().toLowerCase(Locale.ROOT));
            case AUTHOR -> Scope.author(AuthorSlug.of(scope.key()));
            case SERIES -> Scope.series(scope.key().toLowerCase(Locale.ROOT));
            case EVERYTHING -> scope;
        };
        return usual.equals(scope) || now.in(usual).isEmpty()
                ? new Answer.NotShown(messages.notFound())
                : new Answer.Moved(blog.address(usual.page()));
    }
}
