package org.vedette.standalone.exports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vedette.standalone.data.PrivateFiles;
import org.vedette.standalone.data.SuiteAccess;
import org.vedette.standalone.settings.StartRefusedException;
import org.vedette.standalone.settings.SuiteSettings;

/** Exports everything from the running suite, with the token of its data directory: {@code export FILE [--overwrite]}. */
public final class ExportCommand {

    public static final String NAME = "export";

    private static final String OVERWRITE = "--overwrite";

    /** What an export ends with. */
    private static final String MANIFEST = "manifest.json";

    private static final double MEGABYTE = 1024 * 1024;

    private final ExportApi api;
    private final PrintStream out;

    ExportCommand(ExportApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments after the name of the command
     * @return the exit code 0: the file is complete
     * @throws StartRefusedException with one line, when there is no new file
     */
    public static int run(SuiteSettings settings, List<String> arguments, PrintStream out) {
        var access = SuiteAccess.of(settings);
        return new ExportCommand(new ExportApi(access.gateway(), access.token()), out).run(arguments);
    }

    int run(List<String> arguments) {
        var isOverwriting = arguments.contains(OVERWRITE);
        var files = arguments.stream()
                .filter(argument -> !argument.equals(OVERWRITE))
                .toList();
        if (files.size() != 1 || files.get(0).startsWith("--")) {
            throw new StartRefusedException("Say which file to write: export FILE [--overwrite]");
        }
        var file = Path.of(files.get(0));
        requireWritable(file, isOverwriting);
        try {
            PrivateFiles.write(file, isOverwriting, this::download);
            out.printf(Locale.ROOT, "Exported to %s, %.1f MB.%n", file, Files.size(file) / MEGABYTE);
            return 0;
        } catch (IOException e) {
            throw new StartRefusedException("Nothing was exported: " + e.getMessage(), e);
        }
    }

    private static void requireWritable(Path file, boolean isOverwriting) {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(file)) {
            throw new StartRefusedException(file + " is a directory: say which file to write in it.");
        }
        if (!Files.isDirectory(directory)) {
            throw new StartRefusedException("There is no directory " + directory + ": create it first.");
        }
        if (Files.exists(file) && !isOverwriting) {
            throw new StartRefusedException(file + " exists: choose another name, or say " + OVERWRITE + ".");
        }
    }

    /** A download that was cut off has no end; one that ended too early has no manifest. */
    private void download(Path temporary) throws IOException {
        api.download(temporary);
        try (var zip = new ZipFile(temporary.toFile())) {
            if (zip.getEntry(MANIFEST) == null) {
                throw new IOException("the export has no manifest: it is not complete. The log says why.");
            }
        } catch (ZipException broken) {
            throw new IOException("the export ended too early: the log says why.", broken);
        }
    }
}
