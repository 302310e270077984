package org.vedette.starter.mongo;

import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * Timeouts of MongoDB, under {@code vedette.mongodb}. They are shorter than the gateway's 10 s, so that clients get the
 * reason instead of the gateway's timeout; the driver's default is 30 s.
 *
 * @param serverSelectionTimeout until a server that can take an operation must be known; default 3 s
 * @param connectTimeout until a connection must be open; default 3 s
 * @param readTimeout until a server must have answered; default 3 s
 * @param startTimeout how long the start of the service waits for its indexes before it goes on without them, not ready;
 *     default 5 s
 */
@ConfigurationProperties("vedette.mongodb")
record MongoTimeouts(
        @DefaultValue("3s") Duration serverSelectionTimeout,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("5s") Duration startTimeout)
        implements MongoClientSettingsBuilderCustomizer {

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(serverSelectionTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS));
    }
}
