package org.vedette.testsupport.architecture.tripwire.publishing.web;

import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PublicSetup {}
