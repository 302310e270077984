package org.vedette.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a zip, by their names. */
public record ZipEntries(Map<String, byte[]> files) {

    /** Reads them as a stream, so that a file whose checksum is wrong fails. */
    public static ZipEntries of(byte[] zip) {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (files.put(entry.getName(), in.readAllBytes()) != null) {
                    throw new AssertionError("twice in the zip: " + entry.getName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ZipEntries(files);
    }

    public String text(String name) {
        var file = files.get(name);
        if (file == null) {
            throw new AssertionError(name + " is not among " + files.keySet());
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The same with another file, or without one. */
    public ZipEntries with(String name, byte[] content) {
        var others = new TreeMap<>(files);
        others.put(name, content);
        return new ZipEntries(others);
    }

    public ZipEntries with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ZipEntries without(String name) {
        var others = new TreeMap<>(files);
        others.remove(name);
        return new ZipEntries(others);
    }

    public byte[] zip() {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }
}
