package org.vedette.post.imports.formats;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the file of a picture by the address that a post has for it. */
final class ArchivePictures {

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|webp|gif)");
    private static final Pattern URL = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:)?//[^/]*(/.*)?");

    /** The size that WordPress adds to the name of a smaller variant. */
    private static final Pattern VARIANT = Pattern.compile("-\\d+x\\d+(\\.[A-Za-z]+)$");

    private final ArchiveFile archive;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final int maxBytes;

    ArchivePictures(ArchiveFile archive, int maxBytes) {
        this.archive = archive;
        this.maxBytes = maxBytes;
        for (var file : archive.names()) {
            if (PICTURE.matcher(file).matches()) {
                byName.computeIfAbsent(name(file), first -> new ArrayList<>()).add(file);
            }
        }
    }

    /** @param location file of the post, from which relative addresses start */
    Optional<byte[]> find(String address, String location) {
        var path = path(address);
        return byPath(path, location)
                .or(() -> byPath(VARIANT.matcher(path).replaceFirst("$1"), location))
                .map(file -> archive.read(file, maxBytes));
    }

    private static String path(String address) {
        var url = URL.matcher(address);
        var path = (url.matches() ? Optional.ofNullable(url.group(1)).orElse("") : address).split("[?#]", 2)[0];
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    private Optional<String> byPath(String path, String location) {
        var relative = resolved(location, path);
        if (!path.startsWith("/")
                && archive.has(relative)
                && PICTURE.matcher(relative).matches()) {
            return Optional.of(relative);
        }
        var wanted = path.replaceFirst("^(\\.{0,2}/)+", "");
        var candidates = byName.getOrDefault(name(wanted), List.of());
        return candidates.stream()
                .filter(file -> endsWith(file, wanted) || endsWith(wanted, file))
                .findFirst()
                .or(() -> sharingMost(wanted, candidates));
    }

    /** The only file of the name, or the one that shares its folders, as exports leave out the upper ones. */
    private static Optional<String> sharingMost(String wanted, List<String> candidates) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        for (var rest = wanted; rest.indexOf('/') >= 0; rest = rest.substring(rest.indexOf('/') + 1)) {
            var end = rest;
            var found = candidates.stream().filter(file -> endsWith(file, end)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String path, String end) {
        return path.equals(end) || path.endsWith("/" + end);
    }

    /** The path that a relative one has from a file; above the top there is nothing. */
    private static String resolved(String location, String path) {
        var segments = new ArrayList<>(List.of(location.split("/", -1)));
        segments.remove(segments.size() - 1);
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return "";
                }
                segments.remove(segments.size() - 1);
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
