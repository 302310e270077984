package org.vedette.feed.site.head;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;

/** Puts the frame of the blog around pages. */
public final class Frames {

    private static final String PLAIN_PAGE = "website";

    private final Blog blog;
    private final StructuredData data;

    public Frames(Blog blog) {
        this.blog = blog;
        this.data = new StructuredData(blog);
    }

    public StructuredData data() {
        return data;
    }

    /** The head of the page that is the blog itself. */
    public Head home() {
        return head(blog.title(), blog.title(), blog.tagline(), "/", PLAIN_PAGE).telling(data.webSite());
    }

    /** The head of a page that lists posts or leads to them. */
    public Head listing(String title, String description, String path) {
        return head(titled(title), title, description, path, PLAIN_PAGE);
    }

    /** The head of a post for all. */
    public Head article(String title, String description, String path) {
        return head(titled(title), title, description, path, "article");
    }

    /** The head of a page that is at home at an address but is to be kept and shown by nobody else. */
    public Head discreet(String title, String description, String path) {
        return new Head(
                titled(title),
                description,
                blog.address(path),
                false,
                null,
                List.of(),
                feeds(Scope.EVERYTHING, blog.title()),
                null,
                null,
                List.of());
    }

    /** The head of a page that is nowhere at home, such as a refusal. */
    public Head passing(String title, @Nullable String description) {
        var feeds = feeds(Scope.EVERYTHING, blog.title());
        return new Head(titled(title), description, null, false, null, List.of(), feeds, null, null, List.of());
    }

    public Frame frame(Head head, @Nullable String here, List<Crumb> trail) {
        var told = trail.isEmpty() || !head.indexed() ? head : head.telling(data.trail(trail));
        return new Frame(blog.title(), blog.tagline(), here, told, trail);
    }

    /** The first step of every trail. */
    public Crumb top() {
        return new Crumb(blog.title(), "/");
    }

    public String address(String path) {
        return blog.address(path);
    }

    public List<FeedLink> feeds(Scope scope, String name) {
        return FeedLink.of(blog, scope, name);
    }

    private Head head(String documentTitle, String title, String description, String path, String kind) {
        var address = blog.address(path);
        var properties = List.of(
                new Property("og:title", title),
                new Property("og:description", description),
                new Property("og:type", kind),
                new Property("og:url", address),
                new Property("og:site_name", blog.title()));
        var feeds = feeds(Scope.EVERYTHING, blog.title());
        return new Head(documentTitle, description, address, true, null, properties, feeds, null, null, List.of());
    }

    private String titled(String title) {
        return title + " · " + blog.title();
    }
}
