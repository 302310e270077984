package org.vedette.post.imports.formats.markdown;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.starter.ThreadConfined;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields above a text, in YAML between two lines of three hyphens. All scalars are read as text, because YAML 1.1 would make
 * other things of {@code no}, {@code 012} and dates; no object of any class is made.
 */
final class FrontMatter {

    private static final Pattern FENCED = Pattern.compile(
            "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)^---[ \\t]*(?:\\r?\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_NODES = 10_000;

    private final Map<String, Object> fields;

    private FrontMatter(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * A text and the fields above it.
     *
     * @param body what follows, unchanged
     */
    record Parsed(FrontMatter fields, String body) {}

    /** @throws InvalidValueException when the fields cannot be read */
    static Parsed parse(String text) {
        var start = text.startsWith("---") || text.startsWith("\uFEFF---");
        var matcher = FENCED.matcher(start ? text : "");
        if (!matcher.find()) {
            return new Parsed(new FrontMatter(Map.of()), text);
        }
        return new Parsed(new FrontMatter(read(matcher.group(1))), text.substring(matcher.end()));
    }

    private static Map<String, Object> read(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            throw new InvalidValueException("its front matter has more than " + MAX_LENGTH + " characters");
        }
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH * 2);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                return Map.of();
            }
            if (new Converter().convert(root, 0) instanceof Map<?, ?> map) {
                var named = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> named.put(String.valueOf(name), value));
                return named;
            }
            throw new InvalidValueException("its front matter is no list of names and values");
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            throw new InvalidValueException("its front matter is broken"
                    + (mark == null ? "" : " in line " + (mark.getLine() + 2)) + ": " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new InvalidValueException("its front matter is broken: " + broken.getMessage());
        }
    }

    /** Counts what it makes, so that values that refer to one another many times end soon. */
    @ThreadConfined("the thread that parses")
    private static final class Converter {

        private int nodes;

        Object convert(Node node, int depth) {
            if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
                throw new InvalidValueException("its front matter is too large or nested too deeply");
            }
            if (node instanceof ScalarNode scalar) {
                return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
            }
            if (node instanceof SequenceNode sequence) {
                var list = new ArrayList<Object>();
                sequence.getValue().forEach(each -> list.add(convert(each, depth + 1)));
                return list;
            }
            var map = new LinkedHashMap<String, Object>();
            ((MappingNode) node)
                    .getValue()
                    .forEach(pair -> map.put(
                            String.valueOf(convert(pair.getKeyNode(), depth + 1)),
                            convert(pair.getValueNode(), depth + 1)));
            return map;
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The first of the names that has a text; null when none has. */
    @Nullable
    String text(String... names) {
        for (var name : names) {
            if (fields.get(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The first of the names that has texts: a list, or one with commas between them. */
    List<String> texts(String... names) {
        for (var name : names) {
            var value = fields.get(name);
            if (value instanceof List<?> list && !list.isEmpty()) {
                return list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            }
            if (value instanceof String text && !text.isBlank()) {
                return List.of(text.split("\\s*,\\s*"));
            }
        }
        return List.of();
    }

    /** The values of a list that have fields of their own. */
    List<FrontMatter> groups(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().flatMap(each -> group(each).stream()).toList()
                : List.of();
    }

    Optional<FrontMatter> group(String name) {
        return group(fields.get(name));
    }

    private static Optional<FrontMatter> group(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var named = new LinkedHashMap<String, Object>();
            map.forEach((key, each) -> named.put(String.valueOf(key), each));
            return Optional.of(new FrontMatter(named));
        }
        return Optional.empty();
    }
}
