package org.vedette.feed.syndication.web;

import com.rometools.rome.feed.synd.SyndEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reader sees of an entry, whatever the format. */
record ReadEntry(String id, String link, String title, Instant published, String html) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<ReadEntry> allOfXml(byte[] feed) throws Exception {
        return Rome.read(feed).getEntries().stream().map(ReadEntry::of).toList();
    }

    static List<ReadEntry> allOfJson(byte[] feed) {
        return StreamSupport.stream(JSON.readTree(feed).path("items").spliterator(), false)
                .map(ReadEntry::of)
                .toList();
    }

    private static ReadEntry of(SyndEntry entry) {
        return new ReadEntry(
                entry.getUri(),
                entry.getLink(),
                entry.getTitle(),
                entry.getPublishedDate().toInstant(),
                entry.getContents().get(0).getValue());
    }

    private static ReadEntry of(JsonNode item) {
        return new ReadEntry(
                item.path("id").asString(),
                item.path("url").asString(),
                item.path("title").asString(),
                Instant.parse(item.path("date_published").asString()),
                item.path("content_html").asString());
    }
}
