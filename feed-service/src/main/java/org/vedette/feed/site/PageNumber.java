package org.vedette.feed.site;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.serving.RequestRejectedException;

/**
 * The number of a page of a list.
 *
 * @param value from 1
 * @param isRedundant whether the first page was requested by its number, which is not its address
 */
public record PageNumber(int value, boolean isRedundant) {

    public static final PageNumber FIRST = new PageNumber(1, false);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * Parses the parameter {@code page}.
     *
     * @param values every value it was given; null when it was not
     * @throws RequestRejectedException unless that is one number from 1
     */
    public static PageNumber of(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return FIRST;
        }
        var only = values.get(0);
        if (values.size() > 1 || only == null || !NUMBER.matcher(only).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-page",
                    "The address asks for a page of a list, but not by one whole number from 1. Write ?page=2 for the"
                            + " second page; the first page needs nothing.");
        }
        var value = Integer.parseInt(only);
        return new PageNumber(value, value == 1);
    }

    /** The address of this page of the list at a path, as it was requested. */
    public String address(String path) {
        return isRedundant ? path + "?page=1" : address(path, value);
    }

    static String address(String path, int value) {
        return value == 1 ? path : path + "?page=" + value;
    }
}
