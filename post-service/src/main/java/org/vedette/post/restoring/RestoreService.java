package org.vedette.post.restoring;

import org.vedette.post.archive.Archived;
import org.vedette.post.archive.Archived.ArchivedAuthor;
import org.vedette.post.archive.Archived.ArchivedPicture;
import org.vedette.post.archive.Archived.ArchivedPost;
import org.vedette.post.archive.Archived.ArchivedSeries;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.series.SeriesService;
import reactor.core.publisher.Mono;

/**
 * Restores what an export has, each once and without a mail to anybody. What is refused signals the exception of its feature, and nothing of
 * it was written.
 */
public final class RestoreService {

    private final SeriesService series;
    private final AuthorService authors;
    private final RedirectService redirects;
    private final PictureRestorer pictures;
    private final PostRestorer posts;

    public RestoreService(
            SeriesService series,
            AuthorService authors,
            RedirectService redirects,
            PictureRestorer pictures,
            PostRestorer posts) {
        this.series = series;
        this.authors = authors;
        this.redirects = redirects;
        this.pictures = pictures;
        this.posts = posts;
    }

    /**
     * Restores something.
     *
     * @param isDryRun whether to say only what would happen
     */
    public Mono<Restored> restore(Archived archived, boolean isDryRun) {
        if (archived instanceof ArchivedPost post) {
            return isDryRun ? posts.check(post) : posts.restore(post);
        }
        return restoreOther(archived, isDryRun).map(Restored::of);
    }

    private Mono<Boolean> restoreOther(Archived archived, boolean isDryRun) {
        if (archived instanceof ArchivedPicture picture) {
            return isDryRun ? pictures.check(picture) : pictures.restore(picture);
        }
        if (archived instanceof ArchivedSeries stored) {
            return isDryRun ? series.checkRestore(stored.series()) : series.restore(stored.series());
        }
        if (archived instanceof ArchivedAuthor author) {
            return isDryRun ? authors.checkRestore(author.name()) : authors.restore(author.name());
        }
        var redirect = ((Archived.ArchivedRedirect) archived).redirect();
        return isDryRun ? redirects.checkRestore(redirect) : redirects.restore(redirect);
    }
}
