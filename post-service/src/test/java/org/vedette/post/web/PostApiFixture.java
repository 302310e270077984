package org.vedette.post.web;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.vedette.post.PostServiceProperties;
import org.vedette.post.markup.Rendering;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.Permalinks;
import org.vedette.post.publishing.Press;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Stamps;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesCatalogue;
import reactor.core.publisher.Mono;

/** The service behind the API, with its posts in memory. */
@TestConfiguration(proxyBeanMethods = false)
class PostApiFixture {

    @Bean
    SeriesCatalogue catalogue(PostServiceProperties properties) {
        List<Series> all = properties.series().stream()
                .map(known -> new Series(known.slug(), known.title(), known.cadence()))
                .toList();
        return new SeriesCatalogue(all);
    }

    @Bean
    Permalinks permalinks(PostServiceProperties properties) {
        return new Permalinks(properties.baseUrl());
    }

    @Bean
    PublishingService publishing(SeriesCatalogue catalogue, PostServiceProperties properties) {
        return new PublishingService(
                new InMemoryPosts(),
                new Press(
                        catalogue,
                        markdown -> new Rendering("<p>" + markdown + "</p>", markdown, markdown),
                        properties.maxBodySize().toBytes()),
                new Stamps(Clock.system(ZoneOffset.UTC), Generators.timeBasedEpochGenerator()::generate),
                post -> {});
    }

    @Bean
    ReactiveJwtDecoder noToken() {
        return token -> Mono.error(new BadJwtException("none is good here"));
    }
}
