package org.vedette.pages.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, with its label, its hint and its error beside it. Its name is its id in the page as well.
 *
 * @param name under which the form sends it
 * @param type what it takes
 * @param label what people read before it
 * @param value the input so far; of a checkbox, what the form sends when it is ticked. A password is never shown again
 * @param hint how to fill it in; null when the label says it
 * @param error what is wrong with the input; null for nothing
 * @param autocomplete what browsers may fill in, such as {@code username} (HTML §4.10.18.7); null where they may not guess
 * @param maxLength how many characters it takes; null for any number
 * @param required whether it must be filled in
 * @param checked whether a checkbox is ticked
 * @param focused whether it has the focus when the page opens
 * @param options what a field with choices takes
 */
public record Field(
        String name,
        FieldType type,
        String label,
        String value,
        @Nullable String hint,
        @Nullable String error,
        @Nullable String autocomplete,
        @Nullable Integer maxLength,
        boolean required,
        boolean checked,
        boolean focused,
        List<Option> options) {

    public Field {
        value = type == FieldType.PASSWORD ? "" : value;
        options = List.copyOf(options);
    }

    /** A field that must be filled in. */
    public static Field required(String name, FieldType type, String label) {
        return new Field(name, type, label, "", null, null, null, null, true, false, false, List.of());
    }

    /** A field that may stay empty. */
    public static Field optional(String name, FieldType type, String label) {
        return new Field(name, type, label, "", null, null, null, null, false, false, false, List.of());
    }

    /** A choice between options. */
    public static Field select(String name, String label, List<Option> options) {
        return new Field(name, FieldType.SELECT, label, "", null, null, null, null, true, false, false, options);
    }

    /** Tells password managers to whom the passwords of a form belong. */
    public static Field username(String login) {
        return new Field(
                "username",
                FieldType.USERNAME,
                "",
                login,
                null,
                null,
                "username",
                null,
                false,
                false,
                false,
                List.of());
    }

    /** A field that people neither see nor reach: whoever fills it in is a program. */
    public static Field trap(String name) {
        return new Field(
                name, FieldType.TRAP, "Leave this empty", "", null, null, "off", null, false, false, false, List.of());
    }

    /** A box to tick. */
    public static Field checkbox(String name, String label, boolean checked) {
        return new Field(
                name, FieldType.CHECKBOX, label, "true", null, null, null, null, false, checked, false, List.of());
    }

    public Field withValue(String input) {
        return new Field(
                name, type, label, input, hint, error, autocomplete, maxLength, required, checked, focused, options);
    }

    public Field withHint(@Nullable String text) {
        return new Field(
                name, type, label, value, text, error, autocomplete, maxLength, required, checked, focused, options);
    }

    /** The field with what is wrong with it, if anything; then it has the focus. */
    public Field withError(@Nullable String text) {
        var hasFocus = focused || text != null;
        return new Field(
                name, type, label, value, hint, text, autocomplete, maxLength, required, checked, hasFocus, options);
    }

    public Field withAutocomplete(String what) {
        return new Field(name, type, label, value, hint, error, what, maxLength, required, checked, focused, options);
    }

    public Field withMaxLength(int characters) {
        return new Field(
                name, type, label, value, hint, error, autocomplete, characters, required, checked, focused, options);
    }

    public Field withFocus() {
        return new Field(
                name, type, label, value, hint, error, autocomplete, maxLength, required, checked, true, options);
    }

    /** The ids of what describes it; null when nothing does. */
    public @Nullable String describedBy() {
        if (hint == null) {
            return error == null ? null : errorId();
        }
        return error == null ? hintId() : errorId() + " " + hintId();
    }

    public String hintId() {
        return name + "-hint";
    }

    public String errorId() {
        return name + "-error";
    }
}
