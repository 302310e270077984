package org.vedette.starter.api;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Configures what the APIs of all services do the same way. */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class ApiAutoConfiguration {

    @Bean
    AcceptHeaderConfigurer acceptHeaderConfigurer() {
        return new AcceptHeaderConfigurer();
    }

    @Bean
    UnknownParameterAdvice unknownParameterAdvice() {
        return new UnknownParameterAdvice();
    }

    @Bean
    @ConditionalOnMissingBean
    ContentTags contentTags(JsonMapper json) {
        return new ContentTags(json);
    }
}
