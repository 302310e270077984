package org.vedette.post;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.exports.ExportService;
import org.vedette.post.exports.ExportSources;
import org.vedette.post.history.Revisions;
import org.vedette.post.media.MediaFiles;
import org.vedette.post.media.MediaLibrary;
import org.vedette.post.media.MediaService;
import org.vedette.post.migration.ImportEvents;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.restoring.PictureRestorer;
import org.vedette.post.restoring.PictureVerifier;
import org.vedette.post.restoring.PostRestorer;
import org.vedette.post.restoring.RestoreService;
import org.vedette.post.series.SeriesService;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires exports, and what brings them back. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    private static final int THREADS = 2;
    private static final int MAX_WAITING = 200;
    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean(destroyMethod = "dispose")
    Scheduler exportScheduler() {
        return Schedulers.newBoundedElastic(THREADS, MAX_WAITING, "exports", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    ExportSources exportSources(
            Posts posts,
            Revisions revisions,
            MediaService media,
            SeriesService series,
            AuthorNames authors,
            RedirectService redirects) {
        return new ExportSources(posts, revisions, media, series, authors, redirects);
    }

    @Bean
    ExportService exportService(
            ExportSources sources, PostServiceProperties properties, Clock clock, Scheduler exportScheduler) {
        return new ExportService(sources, properties.baseUrl().toString(), clock, exportScheduler);
    }

    @Bean
    PostRestorer postRestorer(
            Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        return new PostRestorer(posts, validator, new ImportEvents(publicPosts, clock, ids), clock);
    }

    @Bean
    PictureRestorer pictureRestorer(
            MediaLibrary library, MediaFiles files, PictureVerifier verifier, Scheduler imageScheduler) {
        return new PictureRestorer(library, files, verifier, imageScheduler);
    }

    @Bean
    RestoreService restoreService(
            SeriesService series,
            AuthorService authors,
            RedirectService redirects,
            PictureRestorer pictureRestorer,
            PostRestorer postRestorer) {
        return new RestoreService(series, authors, redirects, pictureRestorer, postRestorer);
    }
}
