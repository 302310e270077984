package org.vedette.standalone.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vedette.standalone.data.SuiteAccess;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;
import tools.jackson.databind.JsonNode;

/** Imports a file into the running suite, with the token of its data directory: {@code import FILE [--dry-run]}. */
public final class ImportCommand {

    public static final String NAME = "import";

    /** Exit code when items of the file failed, or the import ended early. */
    static final int INCOMPLETE = 2;

    private static final String DRY_RUN = "--dry-run";
    private static final List<String> OPEN = List.of("waiting", "running");

    private final ImportApi api;
    private final ProgressBar progress;
    private final PrintStream out;
    private final Duration pause;

    ImportCommand(ImportApi api, ProgressBar progress, PrintStream out, Duration pause) {
        this.api = api;
        this.progress = progress;
        this.out = out;
        this.pause = pause;
    }

    /**
     * Runs the command.
     *
     * @param arguments after the name of the command
     * @return the exit code: 0, or 2 when something of the file was not imported
     * @throws StartRefusedException with one line, when nothing was imported
     */
    public static int run(SuiteSettings settings, List<String> arguments, PrintStream out) {
        var access = SuiteAccess.of(settings);
        var progress = new ProgressBar(out, ProgressBar.isTerminal());
        var command = new ImportCommand(
                new ImportApi(access.gateway(), access.token()), progress, out, Duration.ofMillis(500));
        return command.run(arguments);
    }

    int run(List<String> arguments) {
        var isDryRun = arguments.contains(DRY_RUN);
        var files =
                arguments.stream().filter(argument -> !argument.equals(DRY_RUN)).toList();
        if (files.size() != 1 || files.get(0).startsWith("--")) {
            throw new StartRefusedException("Say which file to import: import FILE [--dry-run]");
        }
        var file = Path.of(files.get(0));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartRefusedException("There is no file " + file + " that can be read"
                    + (Files.isDirectory(file) ? ": pack the folder as a zip." : "."));
        }
        try {
            return report(finished(api.begin(file, isDryRun)), isDryRun);
        } catch (IOException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private JsonNode finished(JsonNode begun) throws IOException {
        var id = begun.path("id").asString("");
        var state = begun;
        while (OPEN.contains(state.path("state").asString(""))) {
            progress.show(state.path("progress").asDouble(0));
            sleep();
            state = api.find(id);
        }
        progress.show(state.path("progress").asDouble(0));
        progress.end();
        return state;
    }

    private void sleep() throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted: the import goes on in the running Vedette.", e);
        }
    }

    private int report(JsonNode end, boolean isDryRun) {
        for (var item : end.path("items")) {
            var message = item.path("message").asString("");
            if (!message.isEmpty()) {
                out.printf(
                        "%s: %s, %s: %s%n",
                        item.path("outcome").asString(""),
                        item.path("location").asString(""),
                        item.path("title").asString(""),
                        message);
            }
        }
        out.printf(
                "%s (%d public, %d as drafts), %d skipped, %d failed.%n",
                end.path("created").asInt(0) + (isDryRun ? " would be created" : " created"),
                end.path("public").asInt(0),
                end.path("drafts").asInt(0),
                end.path("skipped").asInt(0),
                end.path("failed").asInt(0));
        var isFinished = end.path("state").asString("").equals("finished");
        if (!isFinished) {
            out.println(
                    "The import is " + end.path("state").asString("") + ": import the same file again, which goes on.");
        }
        return isFinished && end.path("failed").asInt(0) == 0 ? 0 : INCOMPLETE;
    }
}
