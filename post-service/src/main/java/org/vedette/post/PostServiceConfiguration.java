package org.vedette.post;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.authors.AuthorNames;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.PublishedNames;
import org.vedette.post.content.Language;
import org.vedette.post.history.Revisions;
import org.vedette.post.markup.BodyReader;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.media.MediaLibrary;
import org.vedette.post.outbox.EventPublisher;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.OutboxRelay;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.republishing.RepublishingService;
import org.vedette.post.revisions.RevisionService;
import org.vedette.post.revisions.TextComparer;
import org.vedette.post.scheduling.PostScheduler;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.series.SeriesService;
import org.vedette.post.series.SeriesStore;
import org.vedette.post.series.SeriesUsage;
import org.vedette.post.studio.preflight.Preflight;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the features; component scanning finds their adapters. */
@Configuration(proxyBeanMethods = false)
class PostServiceConfiguration {

    /** Stops after the web server, so that events of the last requests are sent. */
    private static final int WORKER_PHASE = 1;

    private static final int MAX_WAITING_RENDERINGS = 200;
    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    IdGenerator idGenerator() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    @Bean
    SeriesRegistry seriesRegistry(PostServiceProperties properties) {
        return new SeriesRegistry(configured(properties));
    }

    private static List<Series> configured(PostServiceProperties properties) {
        return properties.series().stream()
                .map(series -> new Series(series.slug(), series.title(), series.cadence()))
                .toList();
    }

    @Bean
    SeriesService seriesService(
            SeriesStore store,
            SeriesRegistry registry,
            SeriesUsage usage,
            PostServiceProperties properties,
            Clock clock) {
        return new SeriesService(store, registry, usage, configured(properties), clock);
    }

    @Bean
    Permalinks permalinks(PostServiceProperties properties) {
        return new Permalinks(properties.baseUrl());
    }

    @Bean
    Language siteLanguage(PostServiceProperties properties) {
        return new Language(properties.language());
    }

    @Bean
    ZoneId siteZone(PostServiceProperties properties) {
        return properties.zone();
    }

    @Bean
    OutboxRelay outboxRelay(
            Outbox outbox, EventPublisher publisher, Clock clock, PostServiceProperties properties, IdGenerator ids) {
        return new OutboxRelay(outbox, publisher, clock, properties.sweepEvery(), ids.next());
    }

    @Bean
    BackgroundWorker outboxRelayWorker(OutboxRelay relay) {
        return BackgroundWorker.repeating("outbox-relay", relay::relaySignalled)
                .wokenBy(relay::stopWaiting)
                .inPhase(WORKER_PHASE);
    }

    @Bean
    BackgroundWorker outboxSweepWorker(OutboxRelay relay, PostServiceProperties properties) {
        return BackgroundWorker.every(properties.sweepEvery(), "outbox-sweep", relay::sweep)
                .inPhase(WORKER_PHASE);
    }

    @Bean
    PostValidator postValidator(SeriesRegistry series, PostServiceProperties properties, MediaLibrary library) {
        return new PostValidator(
                series,
                properties.maxBodySize().toBytes(),
                picture -> library.find(picture).hasElement());
    }

    @Bean
    AuthorService authorService(AuthorNames names, PublishedNames published, Clock clock) {
        return new AuthorService(names, published, clock);
    }

    /** Leaves processors to the requests that render nothing. */
    @Bean(destroyMethod = "dispose")
    Scheduler renderingScheduler() {
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return Schedulers.newBoundedElastic(threads, MAX_WAITING_RENDERINGS, "rendering", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    PublicPostMapper publicPostMapper(
            SeriesRegistry series, MarkdownRenderer renderer, AuthorService authors, Scheduler renderingScheduler) {
        return new PublicPostMapper(series, renderer, authors, renderingScheduler);
    }

    @Bean
    BackgroundWorker authorRepublishingWorker(
            AuthorService authors,
            AuthorNames names,
            Posts posts,
            PublishingService publishing,
            Clock clock,
            PostServiceProperties properties) {
        var republishing = new RepublishingService(authors, names, posts, publishing, clock);
        return BackgroundWorker.every(properties.sweepEvery(), "author-republishing", republishing::republish)
                .inPhase(WORKER_PHASE);
    }

    @Bean
    PublishingService publishingService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        return new PublishingService(posts, revisions, validator, publicPosts, clock, ids);
    }

    @Bean
    PublicationService publicationService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        return new PublicationService(posts, revisions, validator, publicPosts, clock, ids);
    }

    @Bean
    AccessRules accessRules(Posts posts) {
        return new AccessRules(posts);
    }

    @Bean
    RevisionService revisionService(
            Revisions revisions,
            PublishingService publishing,
            AccessRules access,
            TextComparer texts,
            Scheduler renderingScheduler) {
        return new RevisionService(revisions, publishing, access, texts, renderingScheduler);
    }

    @Bean
    Preflight preflight(MarkdownRenderer renderer, BodyReader bodies) {
        return new Preflight(renderer, bodies);
    }

    @Bean
    PostScheduler postScheduler(Posts posts, PublicationService publications, Clock clock) {
        return new PostScheduler(posts, publications, clock);
    }

    @Bean
    BackgroundWorker scheduleWorker(PostScheduler scheduler) {
        return BackgroundWorker.repeating("post-schedule", scheduler::publishDue)
                .wokenBy(scheduler::stopWaiting)
                .inPhase(WORKER_PHASE);
    }
}
