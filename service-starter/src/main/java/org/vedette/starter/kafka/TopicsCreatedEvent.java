package org.vedette.starter.kafka;

/** Tells the application context that all its topics exist, so that listeners can start. */
public record TopicsCreatedEvent() {}
