package org.vedette.embedded.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.BsonNull;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;

/** Documents and values from a seed, with few values per field, so that queries find, and with all their oddities. */
final class RandomDocuments {

    private static final List<String> WORDS = List.of("draft", "sent", "Sent", "deferred", "x", "");
    private static final List<String> NAMES = List.of("Ada", "Grace", "Linus");

    private final Random random;

    RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Document document() {
        var document = new Document("_id", id()).append("revision", upTo(4));
        maybe(document, "state", upTo(4) == 0 ? anything() : pick(WORDS.toArray()));
        maybe(document, "alertId", number());
        maybe(document, "slugs", slugs());
        maybe(document, "tags", list(3));
        maybe(document, "author", upTo(4) == 0 ? scalar() : author());
        maybe(document, "authors", upTo(6) == 0 ? anything() : authors());
        maybe(document, "x", upTo(5) == 0 ? pair() : scalar());
        maybe(document, "y", upTo(12));
        return document;
    }

    /** Ids are numbers of several types, words, or documents, from a small space: some meet. */
    Object id() {
        var n = upTo(60);
        return switch (upTo(6)) {
            case 0 -> (long) n;
            case 1 -> (double) n;
            case 2 -> "id-" + n;
            case 3 -> new Document("alert", pick(1, 1L, 2.0)).append("subscriber", "s" + upTo(8));
            default -> n;
        };
    }

    Object anything() {
        return switch (upTo(8)) {
            case 0 -> BsonNull.VALUE;
            case 1 -> list(3);
            case 2 -> author();
            case 3 -> new Document();
            case 4 -> List.of();
            default -> scalar();
        };
    }

    Object scalar() {
        return switch (upTo(8)) {
            case 0, 1 -> number();
            case 2 -> upTo(2) == 0;
            case 3 -> Instant.ofEpochMilli(upTo(3));
            case 4 -> new UUID(0, upTo(3));
            case 5 -> new Binary(new byte[] {(byte) upTo(2)});
            default -> pick(WORDS.toArray());
        };
    }

    /** The same few numbers in every type there is. */
    Object number() {
        var n = upTo(3);
        return switch (upTo(8)) {
            case 0 -> (long) n;
            case 1 -> (double) n;
            case 2 -> new Decimal128(n);
            case 3 -> -0.0;
            case 4 -> n + 0.5;
            case 5 -> pick(Double.NaN, Long.MAX_VALUE, (double) Long.MAX_VALUE, Long.MAX_VALUE - 1);
            default -> n;
        };
    }

    Object slugs() {
        return switch (upTo(5)) {
            case 0 -> slug();
            case 1 -> new ArrayList<>(List.of(slug(), List.of(slug(), slug())));
            default -> new ArrayList<>(List.of(slug(), slug(), slug()));
        };
    }

    /** Mostly a word; else a number, in one of its types. */
    Object slug() {
        var n = upTo(200);
        return upTo(4) == 0 ? pick((Object) n, (long) n, (double) n) : "slug-" + n;
    }

    Document author() {
        var author = new Document();
        maybe(author, "name", upTo(8) == 0 ? anything() : pick(NAMES.toArray()));
        maybe(author, "n", upTo(3) == 0 ? pair() : number());
        return author;
    }

    private List<Object> authors() {
        var authors = new ArrayList<Object>();
        for (var i = upTo(4); i > 0; i--) {
            authors.add(upTo(6) == 0 ? pick(Arrays.asList(author()), scalar(), BsonNull.VALUE) : author());
        }
        return authors;
    }

    private List<Object> list(int most) {
        var list = new ArrayList<Object>();
        for (var i = upTo(most + 1); i > 0; i--) {
            list.add(upTo(6) == 0 ? pick(BsonNull.VALUE, List.of(1), author()) : scalar());
        }
        return list;
    }

    /** Not empty: with an empty array under a unique index the unextended server loses its way. */
    private List<Object> pair() {
        return new ArrayList<>(List.of(scalar(), upTo(6) == 0 ? List.of(scalar()) : scalar()));
    }

    private void maybe(Document document, String field, Object value) {
        if (upTo(6) > 0) {
            document.append(field, value);
        }
    }
}
