package org.vedette.feed.crawlers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;

/**
 * The sitemaps of posts, the oldest posts first, so that a new post only changes the last sitemap. Posts that are not
 * public count and are left out, so that a change of label moves no other post.
 */
final class PostSitemaps {

    private static final int MAX_POSTS = 2_000;

    private final Blog blog;

    PostSitemaps(Blog blog) {
        this.blog = blog;
    }

    /** Those sitemaps that list a post. */
    Stream<SitemapUrl> index(Sequence posts) {
        return IntStream.rangeClosed(1, (posts.size() + MAX_POSTS - 1) / MAX_POSTS)
                .boxed()
                .flatMap(number -> lastModified(part(number, posts)).stream()
                        .map(date -> new SitemapUrl(blog.address("/sitemap-posts-" + number + ".xml"), date)));
    }

    List<SitemapUrl> sitemap(int number, Sequence posts) {
        var newestFirst =
                part(number, posts).stream().filter(PostSitemaps::isListed).toList();
        return IntStream.rangeClosed(1, newestFirst.size())
                .mapToObj(rank -> newestFirst.get(newestFirst.size() - rank))
                .map(position -> new SitemapUrl(blog.permalink(position.slug()), position.revisedAt()))
                .toList();
    }

    /** Whether a page is for everybody (TLP 2.0, TLP:CLEAR), search engines included. */
    static boolean isListed(Position position) {
        return position.tlp() == Tlp.CLEAR;
    }

    private static List<Position> part(int number, Sequence posts) {
        var older = (number - 1) * MAX_POSTS;
        var newer = posts.size() - older - MAX_POSTS;
        return older >= posts.size() ? List.of() : posts.slice(Math.max(newer, 0), MAX_POSTS + Math.min(newer, 0));
    }

    /** A plain loop, because the index asks this of every post. */
    private static Optional<Instant> lastModified(List<Position> posts) {
        var latest = Instant.MIN;
        for (var post : posts) {
            var revisedAt = post.revisedAt();
            if (isListed(post) && revisedAt != null && revisedAt.isAfter(latest)) {
                latest = revisedAt;
            }
        }
        return latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest);
    }
}
