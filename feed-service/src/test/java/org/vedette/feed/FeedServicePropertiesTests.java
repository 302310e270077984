package org.vedette.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FeedServicePropertiesTests {

    @Test
    void whatIsNotSetHasItsDefault() {
        var given = new MapConfigurationPropertySource(Map.of(
                "vedette.feed.base-url", "https://blog.example.org",
                "vedette.feed.site.title", "Blog",
                "vedette.feed.site.tagline", "Tagline",
                "vedette.feed.site.zone", "UTC"));

        var settings = new Binder(given)
                .bind("vedette.feed", FeedServiceProperties.class)
                .get();

        assertThat(settings)
                .isEqualTo(new FeedServiceProperties(
                        URI.create("https://blog.example.org"),
                        new FeedServiceProperties.Site("Blog", "Tagline", ZoneId.of("UTC"), "en"),
                        "vedette_feed",
                        30,
                        30,
                        DataSize.ofMegabytes(64),
                        10_000,
                        10_000,
                        false,
                        true,
                        new FeedServiceProperties.Search(null, 32),
                        (short) 1));
    }
}
