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
 * Deals out the posts to files, the oldest first: a new post only ever changes the last file. Posts that are not for
 * every eye keep their place in the count and are left out, so that a change of label moves no other.
 */
final class PostFiles {

    private static final int POSTS = 2_000;

    private final Blog blog;

    PostFiles(Blog blog) {
        this.blog = blog;
    }

    /** Those files that have something in them. */
    Stream<Listed> all(Sequence posts) {
        return IntStream.rangeClosed(1, (posts.size() + POSTS - 1) / POSTS)
                .boxed()
                .flatMap(number -> newest(of(number, posts)).stream()
                        .map(changedAt -> new Listed(blog.address("/sitemap-posts-" + number + ".xml"), changedAt)));
    }

    /** What is in a file, counted from 1; nothing when there is no such file. */
    List<Listed> file(int number, Sequence posts) {
        var listed = of(number, posts).stream()
                .filter(PostFiles::isListed)
                .map(position -> new Listed(blog.permalink(position.slug()), position.revisedAt()))
                .toList();
        return IntStream.iterate(listed.size() - 1, rank -> rank >= 0, rank -> rank - 1)
                .mapToObj(listed::get)
                .toList();
    }

    /** The label of a public page that may be found by anybody (TLP 2.0, TLP:CLEAR). */
    static boolean isListed(Position position) {
        return position.tlp() == Tlp.CLEAR;
    }

    private static List<Position> of(int number, Sequence posts) {
        var older = (number - 1) * POSTS;
        var newer = posts.size() - older - POSTS;
        return older >= posts.size() ? List.of() : posts.slice(Math.max(newer, 0), POSTS + Math.min(newer, 0));
    }

    /** In a plain loop: the index asks this of every post there is. */
    private static Optional<Instant> newest(List<Position> posts) {
        var newest = Instant.MIN;
        for (var post : posts) {
            var revisedAt = post.revisedAt();
            if (isListed(post) && revisedAt != null && revisedAt.isAfter(newest)) {
                newest = revisedAt;
            }
        }
        return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
    }
}
