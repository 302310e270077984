package org.vedette.feed.crawlers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address crawlers are told of.
 *
 * @param address absolute
 * @param changedAt when what is there changed last; null when nobody can say
 */
public record Listed(String address, @Nullable Instant changedAt) {}
