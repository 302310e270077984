package org.vedette.feed.site.archive;

import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.lists.PageNumber;
import org.vedette.feed.site.lists.Slice;
import org.vedette.feed.site.page.Link;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the pages of the archive: everything, a year, a month. */
public final class ArchivePages {

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final ArchivePrinter printer;
    private final Messages messages;
    private final Months months;

    public ArchivePages(
            CurrentTimeline timeline,
            Entries entries,
            Blog blog,
            ArchivePrinter printer,
            Messages messages,
            BlogCalendar calendar) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.printer = printer;
        this.messages = messages;
        this.months = new Months(calendar);
    }

    public Mono<Answer> archive() {
        return Mono.fromSupplier(() -> new Answer.Shown(printer.archivePage(timeline.get())));
    }

    /** Answers for a year as it stands in an address. */
    public Mono<Answer> year(String year, PageNumber page) {
        return answer(Stretch.year(year), Blog.ARCHIVE + "/" + year, page);
    }

    /** Answers for a year and a month as they stand in an address; a month of one digit leads to that of two. */
    public Mono<Answer> month(String year, String month, PageNumber page) {
        return answer(Stretch.month(year, month), Blog.ARCHIVE + "/" + year + "/" + month, page);
    }

    private Mono<Answer> answer(Optional<Stretch> stretch, String path, PageNumber page) {
        return stretch.map(known -> answer(known, path, page, timeline.get()))
                .orElseGet(() -> Mono.just(new Answer.NotShown(messages.notFound())));
    }

    private Mono<Answer> answer(Stretch stretch, String path, PageNumber page, Timeline now) {
        var slice = new Slice(stretch.path(), months.in(stretch, now.posts()), page);
        if (slice.all().isEmpty()) {
            return Mono.just(new Answer.NotShown(messages.nothingIn(stretch.name(), nearby(stretch, now))));
        }
        if (page.isRedundant() || !path.equals(stretch.path())) {
            return Mono.just(new Answer.Moved(blog.address(slice.address())));
        }
        return slice.isThere()
                ? shown(stretch, slice, now)
                : Mono.just(
                        new Answer.NotShown(messages.beyondTheEnd(page.value(), slice.pages(), slice.addressOfLast())));
    }

    private Mono<Answer> shown(Stretch stretch, Slice slice, Timeline now) {
        return Heads.of(entries, slice.posts().stream())
                .map(heads -> new Answer.Shown(printer.stretchPage(
                        stretch,
                        slice,
                        heads.inOrder(slice.posts()),
                        newer(stretch, now).orElse(null),
                        older(stretch, now).orElse(null))));
    }

    private Stream<Link> nearby(Stretch stretch, Timeline now) {
        return Stream.of(newer(stretch, now), older(stretch, now)).flatMap(Optional::stream);
    }

    private Optional<Link> newer(Stretch stretch, Timeline now) {
        return months.after(stretch, now.posts()).map(stretch::to);
    }

    private Optional<Link> older(Stretch stretch, Timeline now) {
        return months.before(stretch, now.posts()).map(stretch::to);
    }
}
