package org.vedette.events;

import java.util.List;
import java.util.Objects;

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
}
