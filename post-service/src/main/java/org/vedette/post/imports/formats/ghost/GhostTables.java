package org.vedette.post.imports.formats.ghost;

import static org.vedette.post.imports.formats.ghost.GhostPostMapper.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vedette.post.imports.FoundItem.Credit;
import org.vedette.starter.ThreadConfined;
import tools.jackson.databind.JsonNode;

/** What the tables of a Ghost export say of its posts: names of tags and of authors. */
@ThreadConfined("the thread of its import")
final class GhostTables {

    /** The names of the tables, as exports have them. */
    static final Set<String> NAMES = Set.of("tags", "users", "posts_tags", "posts_authors");

    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, String> users = new HashMap<>();
    private final Map<String, List<Reference>> tagsOfPosts = new HashMap<>();
    private final Map<String, List<Reference>> authorsOfPosts = new HashMap<>();

    private boolean isCutOff;

    /** A row that says which post has which tag or author. */
    private record Reference(String id, int order) {}

    /** Notes that the file ends before they do. */
    void endEarly() {
        isCutOff = true;
    }

    boolean isCutOff() {
        return isCutOff;
    }

    void add(String table, JsonNode row) {
        switch (table) {
            case "tags" -> tags.put(text(row, "id"), text(row, "name"));
            case "users" -> users.put(text(row, "id"), text(row, "name"));
            case "posts_tags" -> refer(tagsOfPosts, row, "tag_id");
            default -> refer(authorsOfPosts, row, "author_id");
        }
    }

    private static void refer(Map<String, List<Reference>> references, JsonNode row, String field) {
        references
                .computeIfAbsent(text(row, "post_id"), first -> new ArrayList<>())
                .add(new Reference(text(row, field), row.path("sort_order").asInt(0)));
    }

    /** The tags of a post in their order, without the internal ones, which begin with a hash. */
    List<String> tags(JsonNode post) {
        return names(tagsOfPosts, post, tags).stream()
                .filter(name -> !name.startsWith("#"))
                .toList();
    }

    /** The authors of a post in their order; that of old exports is a field of the post. */
    List<Credit> credits(JsonNode post) {
        var names = names(authorsOfPosts, post, users);
        var only = users.getOrDefault(text(post, "author_id"), "");
        return (names.isEmpty() && !only.isEmpty() ? List.of(only) : names)
                .stream().map(name -> new Credit(name, null)).toList();
    }

    private static List<String> names(
            Map<String, List<Reference>> references, JsonNode post, Map<String, String> names) {
        return references.getOrDefault(text(post, "id"), List.of()).stream()
                .sorted(Comparator.comparingInt(Reference::order))
                .map(reference -> names.get(reference.id()))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .toList();
    }
}
