package org.vedette.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A post of the demo blog, dated relative to the day the blog began.
 *
 * @param slug its slug, by which a later start finds it
 * @param publishAt the date it carries, in ISO 8601
 * @param json what an editor sends to the API
 */
record DemoPost(String slug, String publishAt, Map<String, Object> json) {

    private static final List<String> FILES =
            List.of("sign-in-kit.md", "phishing-report-1.md", "phishing-report-2.md", "brief-1.md", "brief-2.md");

    /** All of them, oldest first. */
    static List<DemoPost> all(LocalDate today, ZoneId zone) {
        return FILES.stream()
                .map(file -> of(FrontMatter.of(text(file)), today, zone))
                .sorted(Comparator.comparing(DemoPost::publishAt))
                .toList();
    }

    private static DemoPost of(FrontMatter matter, LocalDate today, ZoneId zone) {
        var issue = Issue.of(matter.one("posted"), matter.maybe("period"), today, zone);
        var slug = issue.replacePlaceholders(matter.one("slug"));
        var publishAt = issue.posted().toInstant().toString();
        var json = new LinkedHashMap<String, Object>();
        json.put("slug", slug);
        json.put("title", issue.replacePlaceholders(matter.one("title")));
        json.put("standfirst", issue.replacePlaceholders(matter.one("standfirst")));
        json.put("bylines", matter.all("byline").stream().map(DemoPost::byline).toList());
        json.put("tags", Stream.of(matter.one("tags").split(",\\s*")).toList());
        matter.maybe("series").ifPresent(series -> json.put("series", series));
        issue.periodAsJson().ifPresent(period -> json.put("period", period));
        json.put("publishAt", publishAt);
        json.put("body", issue.replacePlaceholders(matter.body()));
        return new DemoPost(slug, publishAt, Map.copyOf(json));
    }

    private static Map<String, String> byline(String line) {
        var parts = line.split(",\\s*", 2);
        return parts.length == 1 ? Map.of("name", line) : Map.of("name", parts[0], "affiliation", parts[1]);
    }

    private static String text(String file) {
        try (var in = DemoPost.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no demo post " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
