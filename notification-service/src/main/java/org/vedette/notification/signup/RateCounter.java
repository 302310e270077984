package org.vedette.notification.signup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vedette.starter.ThreadConfined;

/**
 * Counts the requests of many keys against one limit, as the generic cell rate algorithm does: of each key it knows only when
 * its allowance will be whole again.
 */
@ThreadConfined("whoever holds the monitor of the limits")
final class RateCounter {

    /** With more keys, the ones that were used longest ago begin anew. */
    private static final int MOST_KEYS = 100_000;

    private final RateLimit limit;
    private final Map<String, Long> wholeAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KEYS;
        }
    };

    RateCounter(RateLimit limit) {
        this.limit = limit;
    }

    /** How long until a request of a key is allowed; 0 or less when it is allowed now. */
    long millisToWait(String key, long now) {
        return next(key, now) - now - limit.millisEach() * limit.count();
    }

    /** Counts a request. */
    void take(String key, long now) {
        wholeAt.put(key, next(key, now));
    }

    private long next(String key, long now) {
        return Math.max(wholeAt.getOrDefault(key, now), now) + limit.millisEach();
    }
}
