package org.vedette.post.autosave;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.vedette.post.autosave.AutosaveException.AutosaveTooLargeException;
import org.vedette.post.autosave.AutosaveException.NoAutosaveException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/**
 * Keeps what people type until they save it. It is theirs alone, is never part of the post, and makes no revision; opening
 * the editor again, on whichever machine, brings it back.
 */
public final class AutosaveService {

    private static final long MAX_CHARACTERS = 2_000_000;

    private final Autosaves autosaves;
    private final PublishingService publishing;
    private final Set<String> fields;
    private final Predicate<String> isSeries;
    private final Clock clock;

    /**
     * Creates a service.
     *
     * @param fields names of the fields that are kept
     * @param isSeries tells the slugs of series, so that nobody keeps more new posts than there are series
     * @param clock must tick in milliseconds: the store keeps no more
     */
    public AutosaveService(
            Autosaves autosaves,
            PublishingService publishing,
            Set<String> fields,
            Predicate<String> isSeries,
            Clock clock) {
        this.autosaves = autosaves;
        this.publishing = publishing;
        this.fields = Set.copyOf(fields);
        this.isSeries = isSeries;
        this.clock = clock;
    }

    /** The names of the fields that are kept. */
    public Set<String> fields() {
        return fields;
    }

    /** Empty when there is nothing that was not saved. */
    public Mono<Autosave> find(AutosaveKey key, Caller caller) {
        return autosaves.find(caller.person().id(), key);
    }

    /** Keeps what somebody typed, in place of what was kept before. */
    public Mono<Autosave> keep(AutosaveKey key, long revision, Map<String, List<String>> typed, Caller caller) {
        var known = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            // JSON may have nulls, whatever the types say.
            if (fields.contains(name) && values != null) {
                known.put(name, values.stream().filter(Objects::nonNull).toList());
            }
        });
        var autosave = new Autosave(caller.person().id(), key, revision, known, clock.instant());
        return autosave.size() > MAX_CHARACTERS
                ? Mono.error(new AutosaveTooLargeException(MAX_CHARACTERS))
                : readable(key, caller).then(autosaves.put(autosave)).thenReturn(autosave);
    }

    /** Signals what reading the post would signal. */
    private Mono<Void> readable(AutosaveKey key, Caller caller) {
        var post = key.post();
        if (post != null) {
            return publishing.find(post, caller).then();
        }
        return key.series().map(isSeries::test).orElse(true) ? Mono.empty() : Mono.error(new NoAutosaveException());
    }

    /** Forgets it, because it was saved or is not wanted. */
    public Mono<Void> forget(AutosaveKey key, Caller caller) {
        return autosaves.delete(caller.person().id(), key);
    }
}
