package org.vedette.pages.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.HiddenField;

/**
 * A form that is sent by POST.
 *
 * @param action path it is sent to; null for the address of the page itself, with its query
 * @param hiddenFields what it sends and does not show, such as a token against request forgery
 * @param fields what people fill in, in their order
 * @param button label of the button
 * @param finePrint what happens with the input; null for nothing to say
 */
public record Form(
        @Nullable String action,
        List<HiddenField> hiddenFields,
        List<Field> fields,
        String button,
        @Nullable String finePrint) {

    public Form {
        hiddenFields = List.copyOf(hiddenFields);
        fields = List.copyOf(fields);
    }

    public static Form of(@Nullable String action, List<Field> fields, String button) {
        return new Form(action, List.of(), fields, button, null);
    }

    public Form withHiddenFields(List<HiddenField> hidden) {
        return new Form(action, hidden, fields, button, finePrint);
    }

    public Form withFinePrint(String text) {
        return new Form(action, hiddenFields, fields, button, text);
    }

    /** Whether it sends files, which no other encoding can. */
    public boolean hasFiles() {
        return fields.stream().anyMatch(field -> field.type() == FieldType.FILE);
    }
}
