package org.vedette.starter;

import org.springframework.context.ApplicationContext;

/** Stands in for a type of the starter that needs a framework. */
public record NeedsSpring(ApplicationContext context) {}
