package org.vedette.starter.contract;

/**
 * A setting of a topic that is not as the services need it.
 *
 * @param topic name of the topic
 * @param problem what is wrong, and what it should be
 * @param remedy the command that mends it, or what to do where there is none
 * @param isUnsafe whether events that were acknowledged may be deleted because of it
 */
public record Violation(String topic, String problem, String remedy, boolean isUnsafe) {}
