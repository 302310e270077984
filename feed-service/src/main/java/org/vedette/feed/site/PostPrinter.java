package org.vedette.feed.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.site.head.Crumb;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.head.Head;
import org.vedette.feed.site.head.Property;
import org.vedette.feed.site.page.Link;
import org.vedette.feed.site.page.PostPage;
import org.vedette.feed.site.story.Credit;
import org.vedette.feed.site.story.PostBody;
import org.vedette.feed.site.story.ReadingTime;
import org.vedette.feed.site.story.Stories;
import org.vedette.feed.site.story.Story;

/** Puts a post into the words of its page. */
public final class PostPrinter {

    private final Frames frames;
    private final Stories stories;

    public PostPrinter(Frames frames, BlogCalendar calendar) {
        this.frames = frames;
        this.stories = new Stories(calendar);
    }

    PostPage postPage(Entry entry, Optional<Entry> newer, Optional<Entry> older) {
        var post = entry.post();
        return new PostPage(
                frame(entry, newer.map(this::story), older.map(this::story)),
                story(entry),
                Credit.of(post.bylines()),
                blankToNull(post.standfirst()),
                stories.revised(post.publishedAt(), post.revisedAt()),
                ReadingTime.of(post.text()),
                blankToNull(entry.correction()),
                PostBody.of(post.html()),
                tags(post.tags()),
                newer.map(this::story).orElse(null),
                older.map(this::story).orElse(null));
    }

    private Frame frame(Entry entry, Optional<Story> newer, Optional<Story> older) {
        var head = head(entry)
                .between(
                        newer.map(Story::path).orElse(null),
                        older.map(Story::path).orElse(null));
        return frames.frame(followed(head, entry.post()), null, trail(entry.post()));
    }

    /** A post that is not for all tells of itself no more than its title, which whoever has the address may see. */
    private Head head(Entry entry) {
        var post = entry.post();
        var path = Blog.pathOfPost(post.slug());
        return entry.tlp() == Tlp.CLEAR
                ? frames.article(post.title(), entry.summary(), path)
                        .by(Credit.line(post.bylines()))
                        .sharedAs(properties(post))
                        .telling(frames.data().article(entry))
                : frames.discreet(post.title(), "A post marked " + entry.tlp().label() + ".", path);
    }

    private Head followed(Head head, PublicPost post) {
        var series = post.series();
        return series == null ? head : head.followedBy(frames.feeds(Scope.series(series.slug()), series.title()));
    }

    private List<Property> properties(PublicPost post) {
        var properties = new ArrayList<Property>();
        properties.add(new Property("article:published_time", post.publishedAt().toString()));
        properties.add(new Property("article:modified_time", post.revisedAt().toString()));
        Credit.of(post.bylines())
                .forEach(credit -> properties.add(new Property("article:author", frames.address(credit.path()))));
        var series = post.series();
        if (series != null) {
            properties.add(new Property("article:section", series.title()));
        }
        post.tags().forEach(tag -> properties.add(new Property("article:tag", tag)));
        return properties;
    }

    private List<Crumb> trail(PublicPost post) {
        var trail = new ArrayList<Crumb>();
        trail.add(frames.top());
        var series = post.series();
        if (series != null) {
            trail.add(new Crumb(series.title(), Scope.series(series.slug()).page()));
        }
        trail.add(new Crumb(post.title(), Blog.pathOfPost(post.slug())));
        return trail;
    }

    private Story story(Entry entry) {
        return stories.story(entry.toSummary());
    }

    private static List<Link> tags(List<String> tags) {
        return tags.stream().map(tag -> new Link(tag, Scope.tag(tag).page())).toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
