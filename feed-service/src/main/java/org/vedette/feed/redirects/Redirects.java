package org.vedette.feed.redirects;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All redirects, in the memory of this instance, because robots try many addresses that lead nowhere. */
public final class Redirects {

    private volatile Map<String, String> targets = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /**
     * Applies a change.
     *
     * @param from path, decoded and without a slash at its end
     * @param to path of a page; null when the redirect ended
     */
    public void apply(String from, @Nullable String to) {
        if (to == null) {
            targets.remove(from);
        } else {
            targets.put(from, to);
        }
    }

    /**
     * Replaces what is known by all redirects there are.
     *
     * @param all by paths; with null where a redirect ended
     */
    public void replaceAll(Map<String, @Nullable String> all) {
        var replacement = new ConcurrentHashMap<String, String>();
        all.forEach((from, to) -> {
            if (to != null) {
                replacement.put(from, to);
            }
        });
        targets = replacement;
        complete = true;
    }

    /** False while an address that is not found may yet be found. */
    public boolean isComplete() {
        return complete;
    }

    public Optional<String> find(String from) {
        return Optional.ofNullable(targets.get(from));
    }

    public int size() {
        return targets.size();
    }
}
