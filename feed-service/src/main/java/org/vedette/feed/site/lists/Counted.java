package org.vedette.feed.site.lists;

import java.util.Locale;

/** Numbers of things in words. */
public final class Counted {

    private Counted() {}

    /** Such as 1 post and 1,200 posts. */
    public static String posts(int number) {
        return of(number, "post");
    }

    public static String of(int number, String thing) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? thing : thing + "s");
    }
}
