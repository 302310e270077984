package org.vedette.starter.legal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the imprint and the privacy page, under {@code vedette.legal}. Every service that shows pages or sends mail
 * needs them: a page that has a text is linked in every footer, one without does not exist. A text is Markdown, or {@code file:}
 * and the path of a file in UTF-8 that contains it, which only the service that shows the page reads.
 *
 * @param imprint who is responsible for the site; default none
 * @param privacy which personal data are kept, and why; default none
 */
@ConfigurationProperties("vedette.legal")
public record LegalProperties(
        @Nullable String imprint, @Nullable String privacy) {

    public static final String IMPRINT = "/imprint";
    public static final String PRIVACY = "/privacy";

    /** The pages that exist, in the order of footers. */
    public List<LegalPage> pages() {
        return Stream.of(page("Imprint", IMPRINT, imprint), page("Privacy", PRIVACY, privacy))
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<LegalPage> page(String title, String path, @Nullable String text) {
        // An empty environment variable counts as unset.
        return text == null || text.isBlank() ? Stream.empty() : Stream.of(new LegalPage(title, path, text.strip()));
    }

    /**
     * A page that exists.
     *
     * @param title what links to it say
     * @param path where it is
     * @param text Markdown, or {@code file:} and a path
     */
    public record LegalPage(String title, String path, String text) {}
}
