package org.vedette.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonRegularExpression;
import org.bson.Document;

/** Queries about the documents of a {@link RandomDocuments}. */
final class RandomQueries {

    private static final String[] PATHS = {
        "_id",
        "_id",
        "state",
        "state",
        "alertId",
        "alertId",
        "slugs",
        "slugs",
        "tags",
        "author",
        "author.name",
        "authors",
        "authors.name",
        "authors.n",
        "authors.0.name",
        "tags.0",
        "x",
        "x",
        "y",
        "revision",
        "nowhere"
    };

    private final RandomDocuments shuffle;

    RandomQueries(RandomDocuments shuffle) {
        this.shuffle = shuffle;
    }

    Document query() {
        var query = new Document();
        for (var i = 1 + shuffle.upTo(5) / 2; i > 0; i--) {
            var path = shuffle.pick(PATHS);
            query.append(path, condition(path));
        }
        if (shuffle.upTo(5) == 0) {
            query.append("y", number()).append("x", value("x"));
        }
        return switch (shuffle.upTo(8)) {
            case 0 -> new Document("$and", split(query));
            case 1 -> new Document("$or", split(query));
            case 2 -> new Document("$nor", split(query));
            case 3 -> new Document("$and", List.of(query, single()));
            case 4 -> new Document(query).append("$or", List.of(single(), single()));
            default -> query;
        };
    }

    private Object number() {
        return shuffle.upTo(12);
    }

    private Document single() {
        var path = shuffle.pick(PATHS);
        return new Document(path, condition(path));
    }

    private static List<Document> split(Document query) {
        return query.entrySet().stream()
                .map(condition -> new Document(condition.getKey(), condition.getValue()))
                .toList();
    }

    private Object condition(String path) {
        return switch (shuffle.upTo(10)) {
            case 0, 1, 2 -> value(path);
            case 3, 4 -> new Document("$eq", value(path));
            case 5, 6 -> new Document("$in", values(path));
            case 7 -> shuffle.upTo(2) == 0 ? expression() : operator(path).get();
            default -> both(path);
        };
    }

    private BsonRegularExpression expression() {
        return new BsonRegularExpression(shuffle.pick("^s", "^d", "a", "^$"), shuffle.pick("", "i"));
    }

    /** Two operators on one path. */
    private Document both(String path) {
        var both = new Document(operator(path).get());
        both.putAll(shuffle.pick(new Document("$eq", value(path)), new Document("$in", values(path))));
        return both;
    }

    private Supplier<Document> operator(String path) {
        return shuffle.<Supplier<Document>>pick(
                () -> new Document("$ne", value(path)),
                () -> new Document("$nin", values(path)),
                () -> new Document("$gt", value(path)),
                () -> new Document("$lte", value(path)),
                () -> new Document("$exists", shuffle.upTo(2) == 0),
                () -> new Document("$not", new Document("$eq", value(path))),
                () -> new Document("$not", new Document("$in", values(path))),
                () -> new Document("$elemMatch", new Document("name", "Ada")),
                () -> new Document("$elemMatch", new Document("$gt", 0)),
                () -> new Document("$all", List.of(shuffle.scalar())),
                () -> new Document("$size", shuffle.upTo(3)),
                () -> new Document("$type", shuffle.pick("string", "number", "array", "object", "null")));
    }

    private List<Object> values(String path) {
        var values = new ArrayList<Object>();
        for (var i = shuffle.upTo(path.equals("slugs") ? 12 : 4); i > 0; i--) {
            values.add(shuffle.upTo(12) == 0 ? new BsonRegularExpression("^s") : value(path));
        }
        return values;
    }

    private Object value(String path) {
        if (shuffle.upTo(6) == 0) {
            return shuffle.anything();
        }
        return switch (path) {
            case "_id" -> shuffle.id();
            case "alertId", "authors.n" -> shuffle.number();
            case "slugs" -> shuffle.slug();
            case "author", "authors" -> shuffle.author();
            case "author.name", "authors.name", "authors.0.name" -> shuffle.pick("Ada", "Grace");
            case "y" -> shuffle.upTo(12);
            case "state" -> shuffle.pick("draft", "sent", "deferred");
            default -> shuffle.scalar();
        };
    }
}
