package org.vedette.feed.site;

import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.answer.Messages;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the pages of single posts. */
public final class PostPages {

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final PostPrinter printer;
    private final Messages messages;

    public PostPages(CurrentTimeline timeline, Entries entries, Blog blog, PostPrinter printer, Messages messages) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.printer = printer;
        this.messages = messages;
    }

    public Mono<Answer> post(String slug) {
        var now = timeline.get();
        var position = now.findBySlug(slug);
        if (position.isEmpty()) {
            return Mono.just(new Answer.NotShown(messages.unknownPost()));
        }
        var post = position.get();
        if (post.isWithdrawn()) {
            return find(Stream.of(post)).map(found -> new Answer.NotShown(messages.withdrawn(found.reason(post))));
        }
        return post.slug().equals(slug) ? post(now, post) : Mono.just(new Answer.Moved(blog.permalink(post.slug())));
    }

    private Mono<Answer> post(Timeline now, Position post) {
        var newer = now.newerThan(post);
        var older = now.olderThan(post);
        return find(Stream.of(Optional.of(post), newer, older).flatMap(Optional::stream))
                .map(found -> found.entry(Optional.of(post))
                        .<Answer>map(entry ->
                                new Answer.Shown(printer.postPage(entry, found.entry(newer), found.entry(older))))
                        .orElseGet(() -> new Answer.NotShown(messages.withdrawn(found.reason(post)))));
    }

    private Mono<Found> find(Stream<Position> positions) {
        return entries.find(positions.map(Position::id).toList()).collectList().map(Found::of);
    }
}
