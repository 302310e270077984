package org.vedette.feed.site;

import java.util.Locale;

/** Numbers of things as text. */
public final class Quantities {

    private Quantities() {}

    /** Such as 1 post and 1,200 posts. */
    public static String posts(int number) {
        return of(number, "post");
    }

    public static String of(int number, String thing) {
        return String.format(Locale.US, "%,d %s", number, number == 1 ? thing : thing + "s");
    }
}
