package org.vedette.feed.site.lists;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.serving.RequestRejectedException;

/**
 * Which page of a list is asked for.
 *
 * @param value from 1
 * @param isRedundant whether the first page was asked for by its number, which is not its address
 */
public record PageNumber(int value, boolean isRedundant) {

    public static final PageNumber FIRST = new PageNumber(1, false);

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * Reads the parameter {@code page}.
     *
     * @param given every value it was given; null when it was not
     * @throws RequestRejectedException when that is not one number from 1
     */
    public static PageNumber of(@Nullable List<String> given) {
        if (given == null || given.isEmpty()) {
            return FIRST;
        }
        var only = given.get(0);
        if (given.size() > 1 || only == null || !SHAPE.matcher(only).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-page",
                    "The address asks for a page of a list, but not by one whole number from 1. Write ?page=2 for the"
                            + " second page; the first page needs nothing.");
        }
        var value = Integer.parseInt(only);
        return new PageNumber(value, value == 1);
    }

    /** The address of this page of the list at a path, as it was asked for. */
    public String address(String path) {
        return isRedundant ? path + "?page=1" : address(path, value);
    }

    static String address(String path, int value) {
        return value == 1 ? path : path + "?page=" + value;
    }
}
