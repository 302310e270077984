package org.vedette.standalone;

/**
 * The first class a JVM loads: says which Java is needed, or starts {@link Standalone}.
 *
 * <p>Compiled for Java 8 and using nothing newer, so that an old JVM gets as far as the message.
 */
public final class Launcher {

    static final int NEEDED = 17;

    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        String refusal = refusal(version, System.getProperty("java.home"));
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(1);
        }
        Class.forName("org.vedette.standalone.Standalone")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /** Why this Java cannot run Vedette; empty when it can. */
    static String refusal(String version, String home) {
        if (feature(version) >= NEEDED) {
            return "";
        }
        return "Vedette needs Java " + NEEDED + " or newer; this is Java " + feature(version) + " (" + home
                + "). Put a newer one first on the PATH, or name its java command in full.";
    }

    /** 8 of "1.8", 17 of "17". */
    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
