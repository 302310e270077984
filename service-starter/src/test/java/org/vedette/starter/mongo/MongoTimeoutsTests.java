package org.vedette.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MongoTimeoutsTests {

    /** What is assumed by the tests of outages, which shorten it. */
    @Test
    void aRequestThatNeedsTheStoreTwiceFailsBeforeTheGatewayTimesOut() {
        var timeouts =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("vedette.mongodb", MongoTimeouts.class);

        assertThat(timeouts.serverSelectionTimeout().multipliedBy(2)).isLessThan(Duration.ofSeconds(8));
        assertThat(timeouts.connectTimeout()).isEqualTo(timeouts.serverSelectionTimeout());
        assertThat(timeouts.readTimeout()).isEqualTo(timeouts.serverSelectionTimeout());
    }
}
