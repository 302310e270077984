package org.vedette.post.exports;

import org.vedette.post.authors.AuthorNames;
import org.vedette.post.history.Revisions;
import org.vedette.post.media.MediaService;
import org.vedette.post.publishing.Posts;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.series.SeriesService;

/** Everything that is exported. */
public record ExportSources(
        Posts posts,
        Revisions revisions,
        MediaService media,
        SeriesService series,
        AuthorNames authors,
        RedirectService redirects) {}
