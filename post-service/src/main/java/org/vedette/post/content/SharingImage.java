package org.vedette.post.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The picture that is shown with links to a post.
 *
 * @param address that of a picture of the media library in full size
 * @param alternativeText what it shows, 1 to 400 characters; null when nobody said so
 */
public record SharingImage(String address, @Nullable String alternativeText) {

    private static final int MAX_TEXT = 400;

    /** Nothing that moves: link previews show a still picture. */
    private static final Pattern ADDRESS =
            Pattern.compile("/media/[0-9a-f]{32}/[1-9][0-9]{0,4}x[1-9][0-9]{0,4}\\.(jpg|png)");

    public SharingImage {
        address = address.strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw new InvalidValueException(
                    "must be the address of a still picture of the media library, such as /media/…/1200x630.jpg");
        }
        alternativeText =
                alternativeText == null || alternativeText.isBlank() ? null : PlainText.line(alternativeText, MAX_TEXT);
    }
}
