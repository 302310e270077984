package org.vedette.notification.digests;

/** Where digests are stored. */
public record DigestStores(DigestSchedules schedules, DigestRuns runs, DigestedPosts posts) {}
