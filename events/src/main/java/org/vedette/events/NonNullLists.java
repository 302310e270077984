package org.vedette.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies the lists of an event, which have no null elements. */
final class NonNullLists {

    private NonNullLists() {}

    /**
     * An unmodifiable copy of the list.
     *
     * @throws NullPointerException when the list or an element is null; the message names the field
     */
    static <T> List<T> copyOf(List<T> list, String field) {
        Objects.requireNonNull(list, () -> field + " is missing");
        list.forEach(element -> Objects.requireNonNull(element, () -> field + " has an element that is null"));
        return List.copyOf(list);
    }

    /** An unmodifiable copy of a list that events of earlier producers do not have; empty when it is null. */
    static <T> List<T> copyOfOptional(@Nullable List<T> list, String field) {
        return list == null ? List.of() : copyOf(list, field);
    }
}
