package org.vedette.starter.legal;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Provides the settings of the legal pages to every service. */
@AutoConfiguration
@EnableConfigurationProperties(LegalProperties.class)
class LegalAutoConfiguration {}
