package org.vedette.standalone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vedette.standalone.settings.StartRefusedException;

/** The directory of all persistent data; open in one process at a time. */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final DataLock lock;
    private final Credentials credentials;

    private DataDirectory(Path path, DataLock lock) throws IOException {
        this.path = path;
        this.lock = lock;
        this.credentials = Credentials.in(path);
        for (var below : List.of("kafka", "store", "mail", "logs")) {
            PrivateFiles.directory(path.resolve(below));
        }
    }

    /**
     * Opens the directory and creates what is missing in it.
     *
     * @throws StartRefusedException if it cannot be used
     */
    public static DataDirectory open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartRefusedException(
                    "The data directory " + path + " is a file: move it away, or set VEDETTE_DATA to a directory.");
        }
        try {
            PrivateFiles.directory(path);
            return locked(path);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data directory " + path + " cannot be written (" + reason(e)
                            + "): give this user the right to, or set VEDETTE_DATA to another directory.",
                    e);
        }
    }

    private static DataDirectory locked(Path path) throws IOException {
        var lock = DataLock.on(path);
        try {
            return new DataDirectory(path, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        var reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? "the system does not say why" : reason.toLowerCase(Locale.ROOT);
    }

    public Path path() {
        return path;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The log directory of the broker. */
    public Path kafka() {
        return path.resolve("kafka");
    }

    /** The file of the store, in a directory of its own. */
    public Path store() {
        return path.resolve("store").resolve("vedette.mv");
    }

    /** The file of environment variables for a service that runs outside this process. */
    public Path environment() {
        return path.resolve("servers.env");
    }

    /** The directory of caught mail. */
    public Path mail() {
        return path.resolve("mail");
    }

    /** The file of the editor's token in a data directory, open or not. */
    public static Path editorToken(Path path) {
        return path.resolve("editor-token");
    }

    /** The file with the address at which this machine reaches the gateway, in a data directory, open or not. */
    public static Path gatewayAddress(Path path) {
        return path.resolve("gateway-address");
    }

    /** Tells commands of this machine where the gateway answers them. */
    public void writeGatewayAddress(URI gateway) {
        try {
            PrivateFiles.write(gatewayAddress(path), (gateway + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the password of the first account in a data directory, open or not. */
    public static Path adminPassword(Path path) {
        return path.resolve("admin-password");
    }

    /** The file with the progress of the demo blog in a data directory, open or not. */
    public static Path demo(Path path) {
        return path.resolve("demo-blog");
    }

    /** The log file in a data directory, open or not. */
    public static Path log(Path path) {
        return path.resolve("logs").resolve("vedette.log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
