package org.vedette.notification.reports;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Groups what mail servers said by what it means: addresses, ids and numbers that differ from one reply to the next make no
 * group of their own.
 */
public final class ReplyGroups {

    /** More groups say nothing that a person reads. */
    private static final int MOST = 20;

    private static final int LONGEST = 300;

    /** The reply code (RFC 5321 §4.2) and the enhanced status code (RFC 3463), which are kept. */
    private static final Pattern CODES = Pattern.compile("^[2-5]\\d\\d(?:[ -][245]\\.\\d{1,3}\\.\\d{1,3})?(?=\\s|$)");

    /** A local part has 64 characters at most (RFC 5321 §4.5.3.1.1); where it begins is looked at once. */
    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<(])[^\\s<(@]{1,64}+@[^\\s>)]+");

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** A word with a digit in it, such as the id of a queue or an IP address; or a long one of hexadecimal digits. */
    private static final Pattern ID = Pattern.compile("(?<![\\p{L}\\p{N}._:=+/-])(?:"
            + "[\\p{L}\\p{N}._:=+/\\-&&\\D]*+\\d[\\p{L}\\p{N}._:=+/-]*+"
            + "|[0-9a-fA-F]{12,}+\\b)");

    private ReplyGroups() {}

    /**
     * Replies that mean the same.
     *
     * @param text what they have in common, with … in the place of the rest
     */
    public record Group(String text, long count) {}

    /** The groups of some replies, the largest first. */
    public static List<Group> of(Collection<String> replies) {
        return replies.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(
                        reply -> normalized(reply.getKey()), Collectors.summingLong(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(Group::count).reversed().thenComparing(Group::text))
                .limit(MOST)
                .toList();
    }

    static String normalized(String reply) {
        var line = reply.strip().replaceAll("\\s+", " ");
        var text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        var codes = CODES.matcher(text);
        var end = codes.find() ? codes.end() : 0;
        var words = LINK.matcher(text.substring(end)).replaceAll("…");
        var withoutAddresses = ADDRESS.matcher(words).replaceAll("…");
        return text.substring(0, end)
                + ID.matcher(withoutAddresses).replaceAll("…").replaceAll("…(\\W{0,2}…)+", "…");
    }
}
