package org.vedette.post.web;

import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.content.Language;
import org.vedette.post.exports.ExportService;
import org.vedette.post.exports.ExportSources;
import org.vedette.post.imports.ImportDirectory;
import org.vedette.post.imports.ImportFormats;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.ImportRunner;
import org.vedette.post.imports.ImportService;
import org.vedette.post.imports.InMemoryImports;
import org.vedette.post.markup.render.FlexmarkConverter;
import org.vedette.post.media.InMemoryMediaFiles;
import org.vedette.post.media.InMemoryMediaLibrary;
import org.vedette.post.media.MediaService;
import org.vedette.post.migration.ImportEvents;
import org.vedette.post.migration.MigrationService;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.redirects.InMemoryRedirects;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.restoring.PictureRestorer;
import org.vedette.post.restoring.PictureVerifier;
import org.vedette.post.restoring.PostRestorer;
import org.vedette.post.restoring.RestoreService;
import org.vedette.post.series.SeriesService;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Schedulers;

/** Beans behind the API of imports and redirects, with everything in memory. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "org.vedette.post.exports.web",
    "org.vedette.post.imports.formats",
    "org.vedette.post.imports.web",
    "org.vedette.post.redirects.web"
})
class ImportApiFixture {

    static final int MAX_BYTES = 300_000;

    @Bean
    ImportLimits importLimits() {
        return new ImportLimits(MAX_BYTES, 100, 5_000_000, 100_000, 60_000);
    }

    @Bean
    ImportDirectory importDirectory() {
        return new ImportDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Bean
    FlexmarkConverter markdownConverter() {
        return new FlexmarkConverter();
    }

    @Bean
    InMemoryRedirects redirects() {
        return new InMemoryRedirects();
    }

    @Bean
    RedirectService redirectService(InMemoryRedirects redirects, Clock clock) {
        return new RedirectService(redirects, () -> {}, "http://localhost:8080", clock);
    }

    @Bean
    InMemoryImports imports() {
        return new InMemoryImports();
    }

    @Bean
    ImportRunner importRunner(
            InMemoryImports imports,
            InMemoryPosts posts,
            PostValidator validator,
            PublicPostMapper publicPosts,
            MediaService media,
            RedirectService redirects,
            RestoreService restoring,
            Language siteLanguage,
            Clock clock) {
        var migrations = new MigrationService(
                posts, validator, publicPosts, clock, Generators.timeBasedEpochGenerator()::generate);
        return ImportService.runner(
                imports, migrations, media, redirects, restoring, siteLanguage, Schedulers.boundedElastic(), clock);
    }

    @Bean
    RestoreService restoreService(
            InMemoryPosts posts,
            PostValidator validator,
            PublicPostMapper publicPosts,
            SeriesService series,
            AuthorService authors,
            RedirectService redirects,
            InMemoryMediaLibrary library,
            InMemoryMediaFiles files,
            PictureVerifier verifier,
            Clock clock) {
        var events = new ImportEvents(publicPosts, clock, Generators.timeBasedEpochGenerator()::generate);
        return new RestoreService(
                series,
                authors,
                redirects,
                new PictureRestorer(library, files, verifier, Schedulers.boundedElastic()),
                new PostRestorer(posts, validator, events, clock));
    }

    @Bean
    ExportService exportService(
            InMemoryPosts posts,
            MediaService media,
            SeriesService series,
            InMemoryAuthorNames authors,
            RedirectService redirects,
            Clock clock) {
        var sources = new ExportSources(posts, posts, media, series, authors, redirects);
        return new ExportService(sources, "http://localhost:8080", clock, Schedulers.boundedElastic());
    }

    @Bean
    BackgroundWorker importWorker(ImportRunner runner) {
        return BackgroundWorker.every(Duration.ofMillis(1), "imports", runner::runNext)
                .preparedBy(runner::start)
                .wokenBy(runner::stop);
    }

    @Bean
    ImportService importService(ImportFormats formats, InMemoryImports imports, ImportRunner runner, Clock clock) {
        return new ImportService(
                formats,
                imports,
                runner,
                Schedulers.boundedElastic(),
                clock,
                Generators.timeBasedEpochGenerator()::generate);
    }
}
