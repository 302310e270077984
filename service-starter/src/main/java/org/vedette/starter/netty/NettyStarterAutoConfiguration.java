package org.vedette.starter.netty;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
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
    Draining draining(ApplicationContext application, @Value("${vedette.drain:0s}") Duration limit) {
        return new Draining(application, limit);
    }
}
