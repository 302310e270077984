package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import gg.jte.TemplateEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.content.ContentService;
import org.vedette.feed.crawlers.SitemapService;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.RestrictedEntries;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.live.LiveStreams;
import org.vedette.feed.live.SseWriter;
import org.vedette.feed.redirects.Redirects;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.search.index.LuceneSearchIndex;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.feed.syndication.SyndicationService;
import org.vedette.starter.api.UnknownParameterAdvice;
import org.vedette.starter.legal.LegalProperties;
import org.vedette.starter.problems.ProblemHandler;
import org.vedette.starter.problems.ProblemLog;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.ProblemPage;
import org.vedette.starter.problems.ProblemWriter;
import org.vedette.starter.templates.TemplateEngines;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The controllers on entries in memory, without a server, a store or a broker. */
public final class WebSlice implements AutoCloseable {

    public static final Instant CHANGED = Instant.parse("2026-11-20T10:11:12.345Z");

    public final InMemoryEntries entries = new InMemoryEntries();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final AtomicReference<Instant> now = new AtomicReference<>(CHANGED);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final ChangeLag lag = new ChangeLag(clock);
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final Redirects redirects = new Redirects();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private final LuceneSearchIndex index =
            new LuceneSearchIndex(Path.of(System.getProperty("java.io.tmpdir")), 16, new UnreadableEntries());
    private final SearchService search =
            new SearchService(new LateIndex(index), Schedulers.immediate(), Schedulers.immediate());

    public WebSlice() {
        this(Flux.empty());
    }

    /** As it is for a while after the start. */
    public static WebSlice whileTheSearchIndexIsBuilt() {
        return new WebSlice(Flux.never());
    }

    private WebSlice(Flux<ProjectedPost> indexed) {
        search.rebuild(indexed).subscribe(nothing -> {});
        var blog = new Blog("Night Watch", "Who watches the wire", URI.create("https://blog.example.org"));
        var calendar = new BlogCalendar(NEW_YORK);
        context.registerBean(Blog.class, () -> blog);
        context.registerBean(Entries.class, () -> entries);
        context.registerBean(
                RestrictedEntries.class,
                () -> id -> entries.get(List.of(id)).next().ofType(Entry.class));
        context.registerBean(CurrentTimeline.class, () -> timeline);
        context.registerBean(FeedServiceProperties.class, () -> settings(blog));
        context.registerBean(
                LegalProperties.class, () -> new LegalProperties(null, "We keep *nothing*, <b>really</b>."));
        context.registerBean(Redirects.class, () -> redirects);
        context.register(SiteConfiguration.class, CardConfiguration.class);
        context.registerBean(
                SyndicationService.class, () -> new SyndicationService(timeline, entries, blog, calendar, 30));
        context.registerBean(SitemapService.class, () -> new SitemapService(timeline, blog, calendar));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ChangeLag.class, () -> lag);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(ResponseCache.class, () -> new ResponseCache(timeline, 1_000_000, clock));
        context.registerBean(BlogCalendar.class, () -> calendar);
        context.registerBean(ContentService.class, () -> new ContentService(timeline, entries));
        context.registerBean(LiveStreams.class, () -> new LiveStreams(context.getBean(SseWriter.class), timeline, 10));
        context.registerBean(SearchService.class, () -> search);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(TemplateEngine.class, () -> TemplateEngines.precompiled("org.vedette.feed.views"));
        context.register(Controllers.class, Problems.class, UnknownParameterAdvice.class);
        context.refresh();
        entries.loadInto(timeline);
    }

    private static FeedServiceProperties settings(Blog blog) {
        return new FeedServiceProperties(
                blog.base(),
                new FeedServiceProperties.Site(
                        blog.title(), blog.tagline(), NEW_YORK, blog.language().tag()),
                "none",
                30,
                30,
                DataSize.ofMegabytes(1),
                10_000,
                10_000,
                false,
                false,
                new FeedServiceProperties.Search(null, 32),
                (short) 1);
    }

    @EnableWebFlux
    @ComponentScan({
        "org.vedette.feed.cards.render",
        "org.vedette.feed.cards.web",
        "org.vedette.feed.content.web",
        "org.vedette.feed.live.web",
        "org.vedette.feed.search.web",
        "org.vedette.feed.serving.web",
        "org.vedette.feed.site.web",
        "org.vedette.feed.syndication.web",
        "org.vedette.feed.crawlers.web"
    })
    static class Controllers {}

    @Configuration(proxyBeanMethods = false)
    static class Problems {

        @Bean
        ProblemHandler problemHandler(List<ProblemMapper> mappers, JsonMapper json, ProblemPage page, Clock clock) {
            return new ProblemHandler(mappers, new ProblemWriter(json, page), new ProblemLog(clock));
        }
    }

    public void publish(PublicPosts post) {
        save(new Entry(post.build(), null, CHANGED));
    }

    public void save(ProjectedPost projected) {
        assertThat(entries.save(projected).block()).isTrue();
        search.apply(List.of(new TimelineChange(0, ChangeKind.PUBLISHED, projected.forPublic(), false)))
                .block();
        entries.loadInto(timeline);
    }

    /** An old path leads to a page; to none when {@code to} is null. */
    public void redirect(String from, @Nullable String to) {
        redirects.apply(from, to);
    }

    /** Time goes by, as it does not by itself, and the broker has no other changes meanwhile. */
    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        lag.recordResponse(0);
    }

    /** Time goes by and the broker does not answer. */
    public void passWithoutBroker(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** The broker has changes that are not applied here yet. */
    public void fallBehind() {
        lag.recordResponse(1);
    }

    public WebTestClient client() {
        return WebTestClient.bindToApplicationContext(context).build();
    }

    /** A client whose token was validated and has a role. */
    public WebTestClient clientWithRole(String role) {
        return WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .build()
                .mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_" + role)));
    }

    /** The entity tag of what is at an address now. */
    public String tag(String path) {
        var tag = client().get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getETag();
        return Objects.requireNonNull(tag);
    }

    @Override
    public void close() {
        context.close();
        index.close();
    }
}
