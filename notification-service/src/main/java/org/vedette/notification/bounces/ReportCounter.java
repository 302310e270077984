package org.vedette.notification.bounces;

/** Counts reports by what came of them. */
@FunctionalInterface
public interface ReportCounter {

    void count(Door door, Outcome outcome);
}
