package org.vedette.feed.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.entries.Entry;
import org.vedette.pages.Link;

/** Describes pages to crawlers as nodes of schema.org, which the web adapter writes as JSON-LD. */
public final class StructuredData {

    private final Blog blog;
    private final Cards cards;

    StructuredData(Blog blog, Cards cards) {
        this.blog = blog;
        this.cards = cards;
    }

    /** The blog, and how it is searched. */
    Map<String, Object> webSite() {
        var site = node("WebSite");
        site.put("name", blog.title());
        site.put("description", blog.tagline());
        site.put("url", blog.address("/"));
        site.put("inLanguage", blog.language().tag());
        site.put("publisher", publisher());
        var search = node("SearchAction");
        search.put("target", blog.address(Blog.SEARCH) + "?q={words}");
        search.put("query-input", "required name=words");
        site.put("potentialAction", search);
        return document(site);
    }

    /** A post: who wrote it where, when, and the issue of which series it is. */
    public Map<String, Object> article(Entry entry) {
        var post = entry.post();
        var article = node("Article");
        article.put("headline", post.title());
        article.put("description", Objects.requireNonNullElse(post.page().description(), entry.summary()));
        article.put("url", blog.canonical(post));
        article.put("image", image(SharingPicture.of(post, cards, blog)));
        article.put("mainEntityOfPage", blog.canonical(post));
        article.put("datePublished", post.publishedAt().toString());
        article.put("dateModified", post.revisedAt().toString());
        article.put("inLanguage", entry.language().tag());
        article.put("author", post.bylines().stream().map(this::person).toList());
        article.put("publisher", publisher());
        putOptional(entry, article);
        return document(article);
    }

    private void putOptional(Entry entry, Map<String, Object> article) {
        var post = entry.post();
        if (!post.tags().isEmpty()) {
            article.put("keywords", post.tags());
        }
        putSeries(post.series(), post.period(), article);
        if (!entry.corrections().isEmpty()) {
            article.put(
                    "correction",
                    entry.corrections().stream()
                            .map(StructuredData::correctionComment)
                            .toList());
        }
    }

    private static Map<String, Object> correctionComment(Correction correction) {
        var comment = node("CorrectionComment");
        comment.put("text", correction.text());
        comment.put("datePublished", correction.date().toString());
        return comment;
    }

    /** A recurring column. */
    public Map<String, Object> series(Series series) {
        var node = series(series.slug(), series.title());
        node.put("publisher", publisher());
        node.put("inLanguage", blog.language().tag());
        return document(node);
    }

    /** An author's page. */
    public Map<String, Object> profilePage(Byline author) {
        var page = node("ProfilePage");
        page.put("mainEntity", person(author));
        return document(page);
    }

    /** The breadcrumbs of a page. */
    Map<String, Object> breadcrumbList(List<Link> breadcrumbs) {
        var steps = new ArrayList<Object>();
        for (var link : breadcrumbs) {
            var step = node("ListItem");
            step.put("position", steps.size() + 1);
            step.put("name", link.text());
            step.put("item", blog.address(link.path()));
            steps.add(step);
        }
        var list = node("BreadcrumbList");
        list.put("itemListElement", steps);
        return document(list);
    }

    private void putSeries(@Nullable Series series, @Nullable Period period, Map<String, Object> article) {
        if (series == null) {
            return;
        }
        article.put("articleSection", series.title());
        article.put("isPartOf", series(series.slug(), series.title()));
        if (period != null) {
            // An ISO 8601 interval; both days are meant.
            article.put("temporalCoverage", period.from() + "/" + period.to());
        }
    }

    private Map<String, Object> series(String slug, String title) {
        var node = node("CreativeWorkSeries");
        node.put("name", title);
        node.put("url", blog.address(Scope.series(slug).page()));
        return node;
    }

    private Map<String, Object> person(Byline byline) {
        var person = node("Person");
        person.put("name", byline.name());
        person.put("url", blog.address(BylineLink.of(byline).path()));
        if (byline.affiliation() != null) {
            var organization = node("Organization");
            organization.put("name", byline.affiliation());
            person.put("affiliation", organization);
        }
        return person;
    }

    private static Map<String, Object> image(SharingPicture picture) {
        var image = node("ImageObject");
        image.put("url", picture.url());
        image.put("width", picture.width());
        image.put("height", picture.height());
        return image;
    }

    private Map<String, Object> publisher() {
        var publisher = node("Organization");
        publisher.put("name", blog.title());
        publisher.put("url", blog.address("/"));
        publisher.put("logo", blog.address(Blog.ICON));
        return publisher;
    }

    private static Map<String, Object> node(String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> document(Map<String, Object> node) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(node);
        return document;
    }
}
