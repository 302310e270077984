package org.vedette.testsupport.architecture.tripwire.publishing.web;

import java.time.Clock;
import org.springframework.context.annotation.Configuration;

/** Allowed: configuration is where the clock comes from. */
@Configuration(proxyBeanMethods = false)
class WiringConfiguration {

    Clock clock() {
        return Clock.systemUTC();
    }
}
