package org.vedette.feed.site.head;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON that may stand inside a script element whatever is in it: no character of it can end the element or begin a
 * comment there, and none is the end of a line to JavaScript.
 */
final class JsonText {

    private static final String UNSAFE = "<>&\"\\\u2028\u2029";

    private JsonText() {}

    /** Writes a map, a list, a text or a number. */
    static String of(Object value) {
        var json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            members(map, json);
        } else if (value instanceof List<?> list) {
            elements(list, json);
        } else if (value instanceof Number number) {
            json.append(number);
        } else {
            text(value.toString(), json);
        }
    }

    private static void members(Map<?, ?> map, StringBuilder json) {
        json.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator(); members.hasNext(); ) {
            var member = members.next();
            text(member.getKey().toString(), json);
            json.append(':');
            write(member.getValue(), json);
            json.append(members.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private static void elements(List<?> list, StringBuilder json) {
        json.append('[');
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
            write(elements.next(), json);
            json.append(elements.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private static void text(String text, StringBuilder json) {
        json.append('"');
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character < ' ' || UNSAFE.indexOf(character) >= 0) {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
