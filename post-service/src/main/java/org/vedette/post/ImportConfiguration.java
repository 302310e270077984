package org.vedette.post;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.content.Language;
import org.vedette.post.imports.ImportDirectory;
import org.vedette.post.imports.ImportFormats;
import org.vedette.post.imports.ImportLimits;
import org.vedette.post.imports.ImportRunner;
import org.vedette.post.imports.ImportService;
import org.vedette.post.imports.Imports;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.MediaService;
import org.vedette.post.migration.MigrationService;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.redirects.RedirectPublisher;
import org.vedette.post.redirects.RedirectRelay;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.redirects.Redirects;
import org.vedette.post.restoring.RestoreService;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires imports and redirects; component scanning finds their adapters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class ImportConfiguration {

    private static final int MAX_WAITING = 200;
    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    ImportDirectory importDirectory(ImportProperties properties) {
        return new ImportDirectory(properties.directory());
    }

    @Bean
    ImportLimits importLimits(ImportProperties properties, MediaLimits media) {
        return properties.limits(media.bytes());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler importScheduler() {
        return Schedulers.newBoundedElastic(2, MAX_WAITING, "imports", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    MigrationService migrationService(
            Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        return new MigrationService(posts, validator, publicPosts, clock, ids);
    }

    @Bean
    RedirectRelay redirectRelay(Redirects redirects, RedirectPublisher publisher, Clock clock, IdGenerator ids) {
        return new RedirectRelay(redirects, publisher, clock, ids.next().toString());
    }

    @Bean
    BackgroundWorker redirectRelayWorker(RedirectRelay relay) {
        return BackgroundWorker.repeating("redirect-relay", relay::relay).wokenBy(relay::wake);
    }

    @Bean
    RedirectService redirectService(
            Redirects redirects, RedirectRelay relay, PostServiceProperties properties, Clock clock) {
        return new RedirectService(redirects, relay::wake, properties.baseUrl().toString(), clock);
    }

    @Bean
    ImportRunner importRunner(
            Imports imports,
            MigrationService migrations,
            MediaService media,
            RedirectService redirects,
            RestoreService restoring,
            Language siteLanguage,
            Scheduler importScheduler,
            Clock clock) {
        return ImportService.runner(
                imports, migrations, media, redirects, restoring, siteLanguage, importScheduler, clock);
    }

    @Bean
    BackgroundWorker importWorker(ImportRunner runner) {
        return BackgroundWorker.repeating("imports", runner::runNext)
                .preparedBy(runner::start)
                .wokenBy(runner::stop);
    }

    @Bean
    ImportService importService(
            ImportFormats formats,
            Imports imports,
            ImportRunner runner,
            Scheduler importScheduler,
            Clock clock,
            IdGenerator ids) {
        return new ImportService(formats, imports, runner, importScheduler, clock, ids);
    }
}
