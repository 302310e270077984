package org.vedette.notification.alerts;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Counts deliveries. */
public interface Tallies {

    /** The tally of each alert; an alert nobody was told of may be missing. */
    Mono<Map<AlertId, Tally>> of(Collection<AlertId> alerts);
}
