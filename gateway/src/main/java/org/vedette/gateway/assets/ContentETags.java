package org.vedette.gateway.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** Entity tags computed from the content of a file, once per file: the files are part of the jar and do not change. */
class ContentETags {

    private final ConcurrentMap<String, String> etags = new ConcurrentHashMap<>();

    String of(Resource file) {
        try {
            return etags.computeIfAbsent(file.getURL().toString(), url -> hash(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try (var content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
