package org.vedette.standalone.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates files and directories only their owner can read; a crash leaves the old content or the new one. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Creates the directory and its parents unless they exist. */
    public static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, OWNER_ONLY_DIRECTORY));
        }
    }

    /** Replaces the content of the file atomically; when this returns, it is on the disk. */
    public static void write(Path file, byte[] content) throws IOException {
        var directory = parent(file);
        var temporary = Files.createTempFile(directory, ".", ".tmp", attributes(directory, OWNER_ONLY));
        try {
            writeThrough(temporary, content);
            Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(directory);
    }

    /**
     * Creates a file as a whole or not at all; when this returns, it is on the disk.
     *
     * @param isOverwriting whether it may replace another one
     */
    public static void write(Path file, boolean isOverwriting, Writing writing) throws IOException {
        var directory = parent(file);
        var temporary = Files.createTempFile(directory, ".", ".tmp", attributes(directory, OWNER_ONLY));
        try {
            writing.write(temporary);
            try (var channel = FileChannel.open(temporary, WRITE)) {
                channel.force(true);
            }
            if (isOverwriting) {
                Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
            } else {
                Files.move(temporary, file);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        force(directory);
    }

    /** Writes a file that is there and empty. */
    @FunctionalInterface
    public interface Writing {

        void write(Path temporary) throws IOException;
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A renamed file survives a power cut only once its directory is on the disk too. */
    private static void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (var channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path near, Set<PosixFilePermission> permissions) {
        return isPosix(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Path parent(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return parent;
    }
}
