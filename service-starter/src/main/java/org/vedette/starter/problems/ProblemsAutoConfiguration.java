package org.vedette.starter.problems;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Configures problem details for WebFlux. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        beforeName = "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration")
class ProblemsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ProblemWriter problemWriter(JsonMapper json, ObjectProvider<ProblemPage> page) {
        return new ProblemWriter(json, page.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemHandler problemHandler(
            ObjectProvider<ProblemMapper> mappers, ProblemWriter writer, ObjectProvider<Clock> clock) {
        var log = new ProblemLog(clock.getIfAvailable(Clock::systemUTC));
        return new ProblemHandler(mappers.orderedStream().toList(), writer, log);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.security.core.AuthenticationException")
    static class SecurityProblemsConfiguration {

        @Bean
        ProblemMapper securityProblems() {
            return new SecurityProblems();
        }
    }
}
