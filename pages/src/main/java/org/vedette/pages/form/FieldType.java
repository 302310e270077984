package org.vedette.pages.form;

import org.jspecify.annotations.Nullable;

/** What a field takes. */
public enum FieldType {
    TEXT("text"),
    EMAIL("email"),
    PASSWORD("password"),
    /** The login name that belongs to the passwords of a form, for password managers: nobody sees it. */
    USERNAME("text"),
    /** A code of digits that is valid once. */
    CODE("text"),
    /** Catches programs that fill in everything: people neither see it nor reach it, and it must stay empty. */
    TRAP("text"),
    FILE("file"),
    CHECKBOX("checkbox"),
    TEXT_AREA(null),
    SELECT(null);

    private final @Nullable String inputType;

    FieldType(@Nullable String inputType) {
        this.inputType = inputType;
    }

    /** Value of the attribute {@code type} of an input; null for an element of its own. */
    public @Nullable String inputType() {
        return inputType;
    }
}
