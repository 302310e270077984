package org.vedette.starter.contract;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics on the broker are held against what the services need.
 *
 * @param acceptUnsafe whether the service is ready although a topic is set so that acknowledged events may be deleted; default
 *     false
 * @param checkEvery pause between two checks; default 24 hours
 */
@ConfigurationProperties("vedette.topics")
record TopicsProperties(
        @DefaultValue("false") boolean acceptUnsafe,
        @DefaultValue("24h") Duration checkEvery) {}
