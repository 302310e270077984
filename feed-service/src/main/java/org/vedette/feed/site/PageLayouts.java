package org.vedette.feed.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.cards.Cards;
import org.vedette.pages.Link;
import org.vedette.pages.PageHead;
import org.vedette.pages.PageHead.FeedLink;
import org.vedette.pages.PageHead.MetaProperty;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;

/** Creates the layouts of the blog's pages, and their heads. */
public final class PageLayouts {

    private static final String WEBSITE = "website";
    private static final String ARTICLE = "article";

    private final Blog blog;
    private final Cards cards;
    private final Site site;
    private final StructuredData structuredData;

    /**
     * Creates layouts.
     *
     * @param legalPages the legal pages, which every footer links
     */
    public PageLayouts(Blog blog, Cards cards, List<Link> legalPages) {
        this.blog = blog;
        this.cards = cards;
        this.site = new Site(blog.title(), blog.tagline(), legalPages);
        this.structuredData = new StructuredData(blog, cards);
    }

    public StructuredData structuredData() {
        return structuredData;
    }

    /** The head of the front page. */
    public PageHead frontPage() {
        var card = SharingPicture.of(cards.linkOfSite());
        return indexedHead(blog.title(), blog.title(), blog.tagline(), blog.address("/"), WEBSITE, card)
                .withData(structuredData.webSite());
    }

    /** The head of a page that lists posts or links to such lists. */
    public PageHead listing(String title, String description, String path) {
        var card = SharingPicture.of(cards.linkOfSite());
        return indexedHead(site.documentTitle(title), title, description, blog.address(path), WEBSITE, card);
    }

    /**
     * The head of a public post, as its editor wants search engines and link previews to see it.
     *
     * @param summary description of a post whose editor wrote none for them
     */
    public PageHead article(PublicPost post, String summary) {
        var metadata = post.page();
        var title = Objects.requireNonNullElse(metadata.title(), post.title());
        return indexedHead(
                site.documentTitle(title),
                title,
                Objects.requireNonNullElse(metadata.description(), summary),
                blog.canonical(post),
                ARTICLE,
                SharingPicture.of(post, cards, blog));
    }

    /** The head of a page that search engines and link previews must leave alone. */
    public PageHead notIndexed(String title, String description, String path) {
        return notIndexedHead(title, description, blog.address(path));
    }

    /** The head of a page without an address of its own, such as an error. */
    public PageHead transientPage(String title, @Nullable String description) {
        return notIndexedHead(title, description, null);
    }

    public PageLayout layout(PageHead head, @Nullable String menuPath, List<Link> breadcrumbs) {
        var complete = breadcrumbs.isEmpty() || !head.indexed()
                ? head
                : head.withData(structuredData.breadcrumbList(breadcrumbs));
        return new PageLayout(site, menuPath, complete, breadcrumbs, null);
    }

    /** The first of all breadcrumbs. */
    public Link home() {
        return new Link(blog.title(), "/");
    }

    public String address(String path) {
        return blog.address(path);
    }

    /** The feeds of a scope, one in each format. */
    public List<FeedLink> feeds(Scope scope, String name) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> new FeedLink(
                        blog.address(scope.feed(format)),
                        format.mediaType(),
                        name + " (" + format.title() + ")",
                        format.title()))
                .toList();
    }

    private PageHead indexedHead(
            String documentTitle, String title, String description, String url, String type, SharingPicture picture) {
        var properties = new ArrayList<>(List.of(
                new MetaProperty("og:title", title),
                new MetaProperty("og:description", description),
                new MetaProperty("og:type", type),
                new MetaProperty("og:url", url),
                new MetaProperty("og:site_name", blog.title())));
        properties.addAll(picture.properties());
        return new PageHead(
                documentTitle, description, url, true, null, properties, blogFeeds(), null, null, List.of());
    }

    private PageHead notIndexedHead(String title, @Nullable String description, @Nullable String url) {
        return new PageHead(
                site.documentTitle(title),
                description,
                url,
                false,
                null,
                List.of(),
                blogFeeds(),
                null,
                null,
                List.of());
    }

    private List<FeedLink> blogFeeds() {
        return feeds(Scope.EVERYTHING, blog.title());
    }
}
