package org.vedette.feed.site.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes structured data as JSON-LD that can stand in a script element. */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new ScriptEscapes()).build())
            .build();

    private JsonLd() {}

    static String write(Map<String, Object> node) {
        return JSON.writeValueAsString(node);
    }

    /**
     * Escapes what has a meaning in a script element: no value can end the element or begin a comment there. The line
     * separators are line ends to older JavaScript.
     */
    private static final class ScriptEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private static final Map<Integer, SerializedString> ESCAPES = Map.of(
                (int) '<',
                new SerializedString("\\u003c"),
                (int) '>',
                new SerializedString("\\u003e"),
                (int) '&',
                new SerializedString("\\u0026"),
                0x2028,
                new SerializedString("\\u2028"),
                0x2029,
                new SerializedString("\\u2029"));

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_CUSTOM;
            codes['>'] = ESCAPE_CUSTOM;
            codes['&'] = ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return ESCAPES.get(character);
        }
    }
}
