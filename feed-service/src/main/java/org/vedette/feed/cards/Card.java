package org.vedette.feed.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the picture of a page shows (OpenGraph: {@code og:image}).
 *
 * @param headline title of the post, or name of the blog
 * @param kicker title of the series, or what the blog is; null when there is nothing to say
 * @param site name of the blog
 * @param host where the blog is
 */
public record Card(String headline, @Nullable String kicker, String site, String host) {

    /** The size that the programs ask for which show links. */
    public static final int WIDTH = 1200;

    public static final int HEIGHT = 630;

    public static final String MEDIA_TYPE = "image/png";

    /** Changes with the design, so that a new one gets new addresses. */
    private static final String DESIGN = "1";

    private static final int HASH_BYTES = 9;

    /** A name for exactly this picture. */
    public String hash() {
        var content = String.join("\u0000", List.of(DESIGN, headline, kicker == null ? "" : kicker, site, host));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What the picture says, for those who cannot see it. */
    public String alternativeText() {
        return headline.equals(site) ? site : headline + " · " + site;
    }
}
