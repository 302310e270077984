package org.vedette.notification.alerts;

import java.time.Duration;

/**
 * The limits of planning.
 *
 * @param maxPostAge how long after its publication a post still gets an alert
 * @param chunk most subscribers in one mailing
 */
public record PlanningRules(Duration maxPostAge, int chunk) {}
