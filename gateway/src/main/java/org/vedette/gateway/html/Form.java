package org.vedette.gateway.html;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** The fields of a form that was sent. */
public record Form(MultiValueMap<String, String> fields) {

    /** The value of a field; empty when it is missing. */
    public String text(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
