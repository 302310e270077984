package org.vedette.post.web;

import com.fasterxml.uuid.Generators;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.vedette.post.PostServiceProperties;
import org.vedette.post.authors.AuthorRenaming;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.autosave.AutosaveService;
import org.vedette.post.autosave.InMemoryAutosaves;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.content.Language;
import org.vedette.post.listing.IndexUpdater;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.index.LucenePostIndex;
import org.vedette.post.markup.BodyParts;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.media.InMemoryMediaLibrary;
import org.vedette.post.notes.InMemoryNoteThreads;
import org.vedette.post.notes.NoteService;
import org.vedette.post.publishing.AccessRules;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.renaming.InMemoryRenamings;
import org.vedette.post.renaming.PostRenaming;
import org.vedette.post.renaming.RenamingRunner;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.republishing.SeriesRepublishing;
import org.vedette.post.revisions.RevisionService;
import org.vedette.post.revisions.TextComparer;
import org.vedette.post.revisions.TextDiff;
import org.vedette.post.revisions.TextDiff.Kind;
import org.vedette.post.revisions.TextDiff.Line;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.InMemorySeriesStore;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.series.SeriesService;
import org.vedette.post.sharing.InMemoryPreviewLinks;
import org.vedette.post.sharing.LinkSecret;
import org.vedette.post.sharing.SharingService;
import org.vedette.post.studio.editor.web.EditorForm;
import org.vedette.post.studio.preflight.Preflight;
import org.vedette.starter.legal.LegalProperties;
import org.vedette.starter.templates.TemplateEngines;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Beans behind the API, with posts in memory. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(LegalProperties.class)
class PostApiFixture {

    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final IdGenerator IDS = Generators.timeBasedEpochGenerator()::generate;

    @Bean
    SeriesRegistry seriesRegistry(PostServiceProperties properties) {
        var all = properties.series().stream().map(known -> new Series(known.slug(), known.title(), known.cadence()));
        return new SeriesRegistry(Stream.concat(
                        all, Stream.of(new Series("reviewed-report", "Reviewed Report", Cadence.IRREGULAR, null, true)))
                .toList());
    }

    @Bean
    SeriesService seriesService(SeriesRegistry registry, InMemoryPosts posts) {
        return new SeriesService(new InMemorySeriesStore(), registry, posts, registry.all(), CLOCK);
    }

    @Bean
    SeriesRepublishing seriesRepublishing(SeriesService series, ListingService listing, PublishingService publishing) {
        return new SeriesRepublishing(series, listing, publishing);
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
    InMemoryAuthorNames authorNames() {
        return new InMemoryAuthorNames();
    }

    @Bean
    AuthorService authors(InMemoryAuthorNames names) {
        return new AuthorService(names, Flux::empty, CLOCK);
    }

    @Bean
    AuthorRenaming authorRenaming(AuthorService authors, InMemoryAuthorNames names) {
        return new AuthorRenaming(authors, names);
    }

    @Bean
    InMemoryRenamings renamings() {
        return new InMemoryRenamings();
    }

    @Bean
    RenamingService renamingService(InMemoryRenamings renamings, InMemoryPosts posts, AuthorRenaming authors) {
        return new RenamingService(renamings, posts, authors, CLOCK, IDS);
    }

    @Bean
    RenamingRunner renamingRunner(
            InMemoryRenamings renamings,
            InMemoryPosts posts,
            PublishingService publishing,
            AuthorRenaming authors,
            RedirectService redirects) {
        return new RenamingRunner(
                renamings, new PostRenaming(posts, publishing, authors, redirects), CLOCK, "a-replica");
    }

    @Bean
    ZoneId siteZone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Bean
    InMemoryPosts posts() {
        return new InMemoryPosts();
    }

    @Bean
    PostValidator validator(SeriesRegistry series, PostServiceProperties properties, InMemoryMediaLibrary library) {
        return new PostValidator(
                series,
                properties.maxBodySize().toBytes(),
                picture -> library.find(picture).hasElement());
    }

    @Bean
    PublicPostMapper publicPosts(SeriesRegistry series, MarkdownRenderer renderer, AuthorService authors) {
        return new PublicPostMapper(series, renderer, authors, Schedulers.immediate());
    }

    @Bean
    PublishingService publishing(InMemoryPosts posts, PostValidator validator, PublicPostMapper publicPosts) {
        return new PublishingService(posts, posts, validator, publicPosts, CLOCK, IDS);
    }

    @Bean
    PublicationService publications(InMemoryPosts posts, PostValidator validator, PublicPostMapper publicPosts) {
        return new PublicationService(posts, posts, validator, publicPosts, CLOCK, IDS);
    }

    @Bean
    NoteService notes(PublishingService publishing, InMemoryPosts posts) {
        return new NoteService(new InMemoryNoteThreads(), publishing, new AccessRules(posts), CLOCK, IDS);
    }

    @Bean
    BulkService bulk(PublishingService publishing, PublicationService publications) {
        return new BulkService(publishing, publications);
    }

    @Bean
    SharingService sharing(PublishingService publishing, InMemoryPosts posts) {
        var number = new AtomicInteger();
        return new SharingService(
                new InMemoryPreviewLinks(),
                publishing,
                new AccessRules(posts),
                () -> new LinkSecret("%043d".formatted(number.incrementAndGet())),
                CLOCK,
                IDS);
    }

    @Bean
    AutosaveService autosaves(PublishingService publishing, SeriesRegistry series) {
        return new AutosaveService(
                new InMemoryAutosaves(),
                publishing,
                EditorForm.FIELDS,
                slug -> series.find(slug).isPresent(),
                CLOCK);
    }

    @Bean
    LucenePostIndex index(PostServiceProperties properties) {
        return new LucenePostIndex(properties.indexDirectory());
    }

    @Bean
    ListingService listing(LucenePostIndex index, InMemoryPosts posts) {
        var updater = new IndexUpdater(posts, index, CLOCK);
        return new ListingService(index, updater, posts, updatingBefore(updater));
    }

    /** Updates the index before each search, instead of by time. */
    private static Scheduler updatingBefore(IndexUpdater updater) {
        var thread = Executors.newSingleThreadExecutor(task -> {
            var daemon = new Thread(task, "list");
            daemon.setDaemon(true);
            return daemon;
        });
        return Schedulers.fromExecutor(task -> thread.execute(() -> {
            updater.update();
            task.run();
        }));
    }

    @Bean
    RevisionService revisions(InMemoryPosts posts, PublishingService publishing, TextComparer wholeTexts) {
        return new RevisionService(posts, publishing, new AccessRules(posts), wholeTexts, Schedulers.immediate());
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngines.precompiled("org.vedette.post.views");
    }

    @Bean
    TextComparer wholeTexts() {
        return (before, after) ->
                new TextDiff(List.of(new Line(Kind.DELETED, before), new Line(Kind.INSERTED, after)), true);
    }

    @Bean
    MarkdownRenderer renderer() {
        return markdown -> new RenderedBody("<p>" + markdown + "</p>", markdown, markdown);
    }

    @Bean
    Preflight preflight(MarkdownRenderer renderer) {
        return new Preflight(renderer, markdown -> BodyParts.NONE);
    }

    @Bean
    Scheduler renderingScheduler() {
        return Schedulers.immediate();
    }

    @Bean
    Clock clock() {
        return CLOCK;
    }

    @Bean
    ReactiveJwtDecoder noToken() {
        return token -> Mono.error(new BadJwtException("none is good here"));
    }
}
