package org.vedette.post.imports.formats.texts;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * Reads names and values in YAML, or in JSON. All scalars are read as text, because YAML 1.1 would make other things of {@code no},
 * {@code 012} and dates; no object of any class is made.
 */
public final class YamlReader {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_NODES = 10_000;

    private YamlReader() {}

    /**
     * Reads a mapping.
     *
     * @param what what the text is, for messages
     * @throws InvalidValueException when it cannot be read
     */
    public static Map<String, Object> read(String yaml, String what) {
        if (yaml.length() > MAX_LENGTH) {
            throw new InvalidValueException(what + " has more than " + MAX_LENGTH + " characters");
        }
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH * 2);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                return Map.of();
            }
            if (new Converter(what).convert(root, 0) instanceof Map<?, ?> map) {
                var named = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> named.put(String.valueOf(name), value));
                return named;
            }
            throw new InvalidValueException(what + " is no list of names and values");
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            throw new InvalidValueException(what + " is broken"
                    + (mark == null ? "" : " in line " + (mark.getLine() + 2)) + ": " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new InvalidValueException(what + " is broken: " + broken.getMessage());
        }
    }

    /** Counts what it makes, so that values that refer to one another many times end soon. */
    @ThreadConfined("the thread that parses")
    private static final class Converter {

        private final String what;
        private int nodes;

        Converter(String what) {
            this.what = what;
        }

        Object convert(Node node, int depth) {
            if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
                throw new InvalidValueException(what + " is too large or nested too deeply");
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
            for (var pair : ((MappingNode) node).getValue()) {
                var name = String.valueOf(convert(pair.getKeyNode(), depth + 1));
                if (map.put(name, convert(pair.getValueNode(), depth + 1)) != null) {
                    throw new InvalidValueException(what + " has " + name + " twice, again in line "
                            + (pair.getKeyNode().getStartMark().getLine() + 2));
                }
            }
            return map;
        }
    }
}
