package org.vedette.starter.netty;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Corrects the HTTP server of every service. */
@AutoConfiguration
class NettyStarterAutoConfiguration {

    @Bean
    NettyServerCustomizer readAfterResponse() {
        return new ReadAfterResponse();
    }

    @Bean
    Draining draining(ApplicationContext application) {
        var limit = Binder.get(application.getEnvironment())
                .bind("vedette.drain", Duration.class)
                .orElse(Duration.ZERO);
        return new Draining(application, limit);
    }
}
