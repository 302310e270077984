package org.vedette.events;

import java.util.List;
import java.util.Objects;

/** The elements of a list in an event, none of which is null. */
final class Elements {

    private Elements() {}

    /** A copy that nobody changes; who made the list with nulls in it is told which list that is. */
    static <T> List<T> of(List<T> list, String field) {
        Objects.requireNonNull(list, () -> field + " is missing");
        list.forEach(element -> Objects.requireNonNull(element, () -> field + " has an element that is null"));
        return List.copyOf(list);
    }
}
