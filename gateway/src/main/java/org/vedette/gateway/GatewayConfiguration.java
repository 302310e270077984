package org.vedette.gateway;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.pages.Link;
import org.vedette.pages.Site;
import org.vedette.starter.legal.LegalProperties;

/** Provides the clock and the random generator, so that tests can replace both. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What every page says of the site. */
    @Bean
    Site site(GatewayProperties properties, LegalProperties legal) {
        return new Site(
                properties.siteTitle(),
                properties.siteTagline(),
                legal.pages().stream()
                        .map(page -> new Link(page.title(), page.path()))
                        .toList());
    }

    /** Generates request and trace ids, which must be unique but need not be secret. */
    @Bean
    RandomGenerator randomGenerator() {
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
