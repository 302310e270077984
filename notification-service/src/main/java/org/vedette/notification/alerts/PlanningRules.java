package org.vedette.notification.alerts;

import java.time.Duration;

/**
 * The limits of planning.
 *
 * @param newsFor how long after its publication a post is announced
 * @param chunk most subscribers in one mailing
 */
public record PlanningRules(Duration newsFor, int chunk) {}
