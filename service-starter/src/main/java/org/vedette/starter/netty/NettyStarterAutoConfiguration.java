package org.vedette.starter.netty;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;

/** Corrects the HTTP server of every service. */
@AutoConfiguration
class NettyStarterAutoConfiguration {

    @Bean
    NettyServerCustomizer readAfterResponse() {
        return new ReadAfterResponse();
    }
}
