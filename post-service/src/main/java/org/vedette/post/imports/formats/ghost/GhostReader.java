package org.vedette.post.imports.formats.ghost;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.formats.texts.HtmlBodies;
import org.vedette.post.imports.formats.texts.ItemReader;
import org.vedette.post.imports.formats.texts.TextEncoding;
import org.vedette.post.imports.formats.texts.TextSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a Ghost export: once for tags and authors, which come after the posts, and once for the posts, of which no more than one
 * is in memory.
 */
public final class GhostReader implements ItemReader {

    /** More than any blog has, and what memory is there for. */
    private static final int MAX_ROWS = 1_000_000;

    private static final Logger log = LoggerFactory.getLogger(GhostReader.class);

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private final GhostPostMapper posts;

    public GhostReader(HtmlBodies bodies, Clock clock) {
        this.posts = new GhostPostMapper(bodies, clock);
    }

    @Override
    public void read(TextSource text, Consumer<FoundItem> items, AtomicLong read) throws IOException {
        var encoding = TextEncoding.of(text.beginning());
        var tables = new GhostTables();
        try {
            var rows = scan(
                    text, encoding, new AtomicLong(), (table, row, line) -> tables.add(table, row), GhostTables.NAMES);
            log.debug("A Ghost export has {} rows about its posts", rows);
        } catch (JacksonException broken) {
            if (isOfEncoding(broken)) {
                items.accept(new Unreadable(location(text, broken), "", "the file " + encoding.problem()));
                return;
            }
            tables.endEarly();
            log.debug("The tables of a Ghost export end early", broken);
        }
        try {
            var posts = scan(
                    text,
                    encoding,
                    read,
                    (table, row, line) -> items.accept(item(row, text.line(line), tables)),
                    Set.of("posts"));
            if (posts == 0) {
                items.accept(new Unreadable(
                        text.line(1),
                        "",
                        "the file has no posts: the list db[0].data.posts is missing or empty. Export again in Ghost"));
            }
        } catch (JacksonException broken) {
            items.accept(new Unreadable(location(text, broken), "", "the JSON " + reason(broken)));
        }
    }

    private static boolean isOfEncoding(JacksonException broken) {
        return broken.getCause() instanceof CharacterCodingException;
    }

    /** In the words of people who have never heard of the parser. */
    private static String reason(JacksonException broken) {
        if (broken instanceof UnexpectedEndOfInputException) {
            return "is cut off: the file ends here. Export again";
        }
        if (broken instanceof MismatchedInputException) {
            return "has a field twice in one object, and nobody can say which one counts: remove one of them. What comes after it"
                    + " was not imported";
        }
        return broken instanceof StreamConstraintsException
                ? "is broken: something is nested too deeply, or longer than Ghost writes it"
                : "is broken: it is not well-formed here";
    }

    private FoundItem item(JsonNode row, String location, GhostTables tables) {
        try {
            return posts.map(row, location, tables);
        } catch (InvalidValueException invalid) {
            return new Unreadable(location, row.path("title").asString(""), String.valueOf(invalid.getMessage()));
        } catch (JacksonException unexpected) {
            return new Unreadable(location, "", "has a field of another type than Ghost writes");
        }
    }

    /** Takes a row of a table. */
    @FunctionalInterface
    private interface RowConsumer {

        void accept(String table, JsonNode row, long line);
    }

    /** Hands on the rows of tables, wherever the object with the tables lies, and counts them. */
    private int scan(TextSource text, TextEncoding encoding, AtomicLong read, RowConsumer rows, Set<String> tables)
            throws IOException {
        var count = 0;
        try (var in = encoding.strictReader(new BufferedInputStream(text.open(read)));
                var parser = json.createParser(in)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && tables.contains(String.valueOf(parser.currentName()))) {
                    count += rows(parser, String.valueOf(parser.currentName()), rows);
                } else if (token == JsonToken.START_ARRAY && !"db".equals(parser.currentName())) {
                    parser.skipChildren();
                }
            }
        }
        return count;
    }

    private int rows(JsonParser parser, String table, RowConsumer rows) {
        var count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var line = parser.currentTokenLocation().getLineNr();
            if (++count > MAX_ROWS) {
                throw new InvalidValueException("has more than " + MAX_ROWS + " rows of " + table);
            }
            JsonNode row = json.readTree(parser);
            rows.accept(table, row, line);
        }
        return count;
    }

    private static String location(TextSource text, JacksonException broken) {
        var location = broken.getLocation();
        return text.line(location == null ? 1 : location.getLineNr());
    }
}
