package org.vedette.feed.syndication;

import java.util.Collection;
import java.util.Objects;
import org.vedette.events.Byline;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;

/** Names feeds, so that two of one blog can be told apart in a list of subscriptions. */
final class FeedTitles {

    private final Blog blog;

    FeedTitles(Blog blog) {
        this.blog = blog;
    }

    /**
     * Such as Blog · Posts by Ada Example.
     *
     * @param newestFirst posts of the scope: titles of series and names of authors are those last in use
     */
    String of(Scope scope, Collection<PublicPost> newestFirst) {
        return switch (scope.kind()) {
            case EVERYTHING -> blog.title();
            case SERIES -> blog.title() + " · " + series(scope.key(), newestFirst);
            case TAG -> blog.title() + " · Posts tagged " + scope.key();
            case AUTHOR -> blog.title() + " · Posts by " + author(scope.key(), newestFirst);
        };
    }

    private static String series(String slug, Collection<PublicPost> posts) {
        return posts.stream()
                .map(PublicPost::series)
                .filter(Objects::nonNull)
                .filter(series -> series.slug().equals(slug))
                .map(Series::title)
                .findFirst()
                .orElse(slug);
    }

    private static String author(String slug, Collection<PublicPost> posts) {
        return posts.stream()
                .flatMap(post -> post.bylines().stream())
                .map(Byline::name)
                .filter(name -> AuthorSlug.of(name).equals(slug))
                .findFirst()
                .orElse(slug);
    }
}
