package org.vedette.starter.templates;

import gg.jte.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Configures the template engine of a service that names the package of its templates. */
@AutoConfiguration
@ConditionalOnClass(name = "gg.jte.TemplateEngine")
@ConditionalOnProperty("vedette.templates.package-name")
@EnableConfigurationProperties(TemplateProperties.class)
class TemplatesAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TemplatesAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    TemplateEngine templateEngine(TemplateProperties properties) {
        if (properties.directories().isEmpty()) {
            return TemplateEngines.precompiled(properties.packageName());
        }
        log.warn(
                "Templates are compiled from {} at each change; this is for development only.",
                properties.directories());
        return TemplateEngines.reloading(properties.directories());
    }
}
