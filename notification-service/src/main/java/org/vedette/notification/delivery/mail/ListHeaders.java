package org.vedette.notification.delivery.mail;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;

/**
 * Writes the header fields by which readers filter mails and mail programs tell what they are: each series is a list of its own
 * (RFC 2919), and the site is one. The identifier of a list stays when its title changes.
 */
final class ListHeaders {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final int SHORTEST_SENDER = 5;
    private static final int LONGEST_SENDER = 15;

    private final String baseUrl;
    private final String host;
    private final String sender;

    /**
     * The fields of one site.
     *
     * @param baseUrl its address, without a slash at the end
     * @param senderDomain what follows the {@code @} in the sender's address
     */
    ListHeaders(String baseUrl, String senderDomain) {
        this.baseUrl = baseUrl;
        this.host = Objects.requireNonNullElse(URI.create(baseUrl).getHost(), senderDomain);
        this.sender = sender(senderDomain);
    }

    /** Of mails about a series, or about the site (RFC 2369). */
    String of(@Nullable Series series) {
        return listId(series)
                + "List-Archive: <" + baseUrl + (series == null ? "/" : "/series/" + series.slug()) + ">\r\n"
                + "List-Subscribe: <" + baseUrl + "/subscribe>\r\n"
                + "List-Post: NO\r\n";
    }

    /**
     * The identifiers by which Gmail's reports of complaints are grouped.
     *
     * @param content what the mail is about
     * @param kind class of the mail
     */
    String feedbackId(String content, @Nullable Series series, String kind) {
        return "Feedback-ID: " + content + ":" + (series == null ? "site" : series.slug()) + ":" + kind + ":" + sender
                + "\r\n";
    }

    /** The languages of the texts, and English, in which everything around them is (RFC 3282). */
    static String contentLanguage(Collection<String> languages) {
        return "Content-Language: "
                + Stream.concat(languages.stream(), Stream.of("en"))
                        .filter(language -> LANGUAGE.matcher(language).matches())
                        .distinct()
                        .limit(5)
                        .collect(Collectors.joining(", "))
                + "\r\n";
    }

    private String listId(@Nullable Series series) {
        return series == null
                ? HeaderEncoder.field("List-Id", "<alerts." + host + ">")
                : HeaderEncoder.mailbox(
                        "List-Id", AlertMailView.clean(series.title()), series.slug() + ".series." + host);
    }

    /** Always the same for one sender, 5 to 15 characters. */
    private static String sender(String domain) {
        var letters = domain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var padded = letters.length() >= SHORTEST_SENDER ? letters : letters + "mails";
        return padded.substring(0, Math.min(LONGEST_SENDER, padded.length()));
    }
}
