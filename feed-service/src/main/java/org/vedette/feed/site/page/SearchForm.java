package org.vedette.feed.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;

/**
 * What stands in the fields of the search, as it was typed; nothing is null.
 *
 * @param text words
 * @param series slug of a series
 * @param tag a tag
 * @param author name of an author, or the slug of the name
 * @param from first day
 * @param to last day
 * @param order {@code newest}, or anything else for the best first
 */
public record SearchForm(String text, String series, String tag, String author, String from, String to, String order) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String NEWEST_FIRST = "newest";

    /** Reads what a browser sent; a field it left out is empty. */
    public static SearchForm of(
            @Nullable String text,
            @Nullable String series,
            @Nullable String tag,
            @Nullable String author,
            @Nullable String from,
            @Nullable String to,
            @Nullable String order) {
        return new SearchForm(
                stripped(text),
                stripped(series),
                stripped(tag),
                stripped(author),
                stripped(from),
                stripped(to),
                stripped(order));
    }

    /** The first day for a field that takes nothing but dates. */
    public String firstDay() {
        return dateOrNothing(from);
    }

    /** The last day for a field that takes nothing but dates. */
    public String lastDay() {
        return dateOrNothing(to);
    }

    public boolean isFiltered() {
        return !(series.isEmpty() && tag.isEmpty() && author.isEmpty() && from.isEmpty() && to.isEmpty());
    }

    public boolean isEmpty() {
        return text.isEmpty() && !isFiltered();
    }

    public boolean isNewestFirst() {
        return order.equals(NEWEST_FIRST);
    }

    /** Address of a page of what is found. */
    public String address(int page) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", text);
        fields.put("series", series);
        fields.put("tag", tag);
        fields.put("author", author);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("order", order);
        fields.put("page", page == 1 ? "" : String.valueOf(page));
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", Blog.SEARCH + "?", ""));
    }

    private static String dateOrNothing(String typed) {
        return DATE.matcher(typed).matches() ? typed : "";
    }

    private static String stripped(@Nullable String field) {
        return field == null ? "" : field.strip();
    }
}
