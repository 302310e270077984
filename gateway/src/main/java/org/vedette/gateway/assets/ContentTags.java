package org.vedette.gateway.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** Entity tags made of what is in a file, computed once: the files lie in our own jar and do not change. */
class ContentTags {

    private final ConcurrentMap<String, String> tags = new ConcurrentHashMap<>();

    String of(Resource file) {
        try {
            return tags.computeIfAbsent(file.getURL().toString(), url -> tag(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(Resource file) {
        try (var content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
