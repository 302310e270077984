package org.vedette.notification.alerts;

import java.time.Duration;

/**
 * What planning keeps to.
 *
 * @param newsFor how long after its publication a post is worth telling
 * @param chunk most subscribers in one mailing
 */
public record PlanningRules(Duration newsFor, int chunk) {}
