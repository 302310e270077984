package org.vedette.acceptance.reference;

/**
 * A row of the reference.
 *
 * @param name name of the property
 * @param variable name of the environment variable
 * @param defaultValue as it stands in the settings; empty for none
 */
record Setting(String name, String variable, String type, String defaultValue, String description) {

    String row() {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(code(variable), code(name), code(type), code(defaultValue), description);
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
