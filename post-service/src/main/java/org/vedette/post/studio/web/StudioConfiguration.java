package org.vedette.post.studio.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Enables the settings of the studio. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StudioProperties.class)
class StudioConfiguration {}
