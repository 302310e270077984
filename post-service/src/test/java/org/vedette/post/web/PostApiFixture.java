package org.vedette.post.web;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.vedette.post.PostServiceProperties;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.content.Language;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Beans behind the API, with posts in memory. */
@TestConfiguration(proxyBeanMethods = false)
class PostApiFixture {

    @Bean
    SeriesRegistry seriesRegistry(PostServiceProperties properties) {
        var all = properties.series().stream()
                .map(known -> new Series(known.slug(), known.title(), known.cadence()))
                .toList();
        return new SeriesRegistry(all);
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
    AuthorService authors() {
        return new AuthorService(new InMemoryAuthorNames(), Flux::empty, Clock.tickMillis(ZoneOffset.UTC));
    }

    @Bean
    PublishingService publishing(SeriesRegistry series, PostServiceProperties properties, AuthorService authors) {
        return new PublishingService(
                new InMemoryPosts(),
                new PostValidator(series, properties.maxBodySize().toBytes()),
                new PublicPostMapper(
                        series,
                        markdown -> new RenderedBody("<p>" + markdown + "</p>", markdown, markdown),
                        authors,
                        Schedulers.immediate()),
                Clock.tickMillis(ZoneOffset.UTC),
                Generators.timeBasedEpochGenerator()::generate);
    }

    @Bean
    ReactiveJwtDecoder noToken() {
        return token -> Mono.error(new BadJwtException("none is good here"));
    }
}
