package org.vedette.gateway.limits;

import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the time by which token buckets are filled; unlike the clock, nobody can set it back. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    TimeMeter timeOfTokenBuckets() {
        return TimeMeter.SYSTEM_NANOTIME;
    }
}
