package org.vedette.standalone.imports;

import java.io.Console;
import java.io.PrintStream;

/** A bar on a terminal, and nothing in a file. */
final class ProgressBar {

    private static final int WIDTH = 40;
    private static final int PERCENT = 100;

    private final PrintStream out;
    private final boolean isTerminal;

    ProgressBar(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Whether this program writes to a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            // There is no console then unless there is a terminal.
            return true;
        }
    }

    /** @param done from 0 to 1 */
    void show(double done) {
        if (isTerminal) {
            var filled = (int) (done * WIDTH);
            out.printf("\r[%s%s] %3d %%", "#".repeat(filled), " ".repeat(WIDTH - filled), (int) (done * PERCENT));
            out.flush();
        }
    }

    void end() {
        if (isTerminal) {
            out.println();
        }
    }
}
