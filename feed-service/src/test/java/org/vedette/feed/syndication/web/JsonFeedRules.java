package org.vedette.feed.syndication.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the text of JSON Feed 1.1 demands, checked by hand: nobody publishes a schema of it. */
final class JsonFeedRules {

    private static final Set<String> FEED = Set.of(
            "version",
            "title",
            "home_page_url",
            "feed_url",
            "description",
            "user_comment",
            "next_url",
            "icon",
            "favicon",
            "authors",
            "language",
            "expired",
            "hubs",
            "items");
    private static final Set<String> ITEM = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "image",
            "banner_image",
            "date_published",
            "date_modified",
            "authors",
            "tags",
            "language",
            "attachments");
    private static final Set<String> AUTHOR = Set.of("name", "url", "avatar");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> broken = new ArrayList<>();

    private JsonFeedRules() {}

    /** The rules a feed breaks, in words. */
    static List<String> brokenBy(byte[] feed) {
        var rules = new JsonFeedRules();
        rules.feed(JSON.readTree(feed));
        return rules.broken;
    }

    private void feed(JsonNode feed) {
        known(feed, FEED, "feed");
        check(
                feed.path("version").asString("").equals("https://jsonfeed.org/version/1.1"),
                "version of another format");
        text(feed, "title");
        address(feed, "home_page_url");
        address(feed, "feed_url");
        if (feed.has("next_url")) {
            address(feed, "next_url");
            check(!feed.path("next_url").equals(feed.path("feed_url")), "next_url leads to the feed itself");
        }
        authors(feed);
        check(feed.path("items").isArray(), "items is no array");
        var ids = new HashSet<String>();
        feed.path("items").forEach(item -> {
            item(item);
            check(ids.add(item.path("id").asString("")), "an id is used twice");
        });
    }

    private void item(JsonNode item) {
        known(item, ITEM, "item");
        text(item, "id");
        address(item, "url");
        text(item, "title");
        text(item, "content_html");
        date(item, "date_published");
        date(item, "date_modified");
        authors(item);
        check(item.path("tags").isArray(), "tags is no array");
        item.path("tags").forEach(tag -> check(tag.isString(), "a tag is no string"));
    }

    private void authors(JsonNode owner) {
        check(owner.path("authors").isArray(), "authors is no array");
        owner.path("authors").forEach(author -> {
            known(author, AUTHOR, "author");
            text(author, "name");
            address(author, "url");
        });
    }

    /** An extension begins with an underscore and a letter, and is an object. */
    private void known(JsonNode object, Set<String> names, String what) {
        check(object.isObject(), what + " is no object");
        object.properties().forEach(property -> {
            var isExtension = property.getKey().matches("_[a-zA-Z][^.]*")
                    && property.getValue().isObject();
            check(names.contains(property.getKey()) || isExtension, what + " has an unknown " + property.getKey());
            check(!property.getValue().isNull(), property.getKey() + " is null");
        });
    }

    private void text(JsonNode owner, String name) {
        check(owner.path(name).isString() && !owner.path(name).asString().isEmpty(), name + " is missing or no string");
    }

    private void address(JsonNode owner, String name) {
        text(owner, name);
        try {
            check(new URI(owner.path(name).asString("")).isAbsolute(), name + " is not absolute");
        } catch (URISyntaxException noAddress) {
            broken.add(name + " is no address");
        }
    }

    private void date(JsonNode owner, String name) {
        try {
            check(OffsetDateTime.parse(owner.path(name).asString("")).getYear() > 0, name + " is before all time");
        } catch (DateTimeException noDate) {
            broken.add(name + " is no date of RFC 3339");
        }
    }

    private void check(boolean isKept, String rule) {
        if (!isKept) {
            broken.add(rule);
        }
    }
}
