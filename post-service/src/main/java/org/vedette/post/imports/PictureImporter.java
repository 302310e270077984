package org.vedette.post.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaService;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Takes the pictures of a post that lie beside it into the library, and rewrites its body to their addresses here. */
final class PictureImporter {

    /** An image of CommonMark §6.4 whose description has no brackets. */
    private static final Pattern IMAGE =
            Pattern.compile("!\\[([^\\]]{0,1000})]\\(\\s{0,3}(<[^>\\n]{1,2000}>|[^\\s()<]{1,2000})");

    private static final Retry WHEN_BUSY = Retry.backoff(10, Duration.ofMillis(200))
            .filter(MediaBusyException.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final MediaService media;
    private final Scheduler reading;

    /** @param reading has the threads that may wait for the file */
    PictureImporter(MediaService media, Scheduler reading) {
        this.media = media;
        this.reading = reading;
    }

    /** The body with the addresses of its pictures here; a picture that is not taken is noted, and its address stays. */
    Mono<String> importOf(FoundPost post, ImportFile file, Caller uploader, boolean isDryRun, List<String> notes) {
        var missing = new ArrayList<String>();
        return Flux.fromIterable(images(post.markdown()).entrySet())
                .concatMap(image -> stored(
                                image.getKey(), image.getValue(), post, file, uploader, isDryRun, notes, missing)
                        .map(address -> Map.entry(image.getKey(), address)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(addresses -> rewritten(post.markdown(), addresses))
                .doOnNext(done -> noteMissing(missing, notes));
    }

    /** The descriptions of the images by their addresses. */
    private static Map<String, String> images(String markdown) {
        var images = new LinkedHashMap<String, String>();
        var found = IMAGE.matcher(markdown);
        while (found.find()) {
            images.putIfAbsent(address(found), found.group(1));
        }
        return images;
    }

    private static String address(MatchResult image) {
        var written = image.group(2);
        return written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
    }

    private Mono<String> stored(
            String address,
            String alt,
            FoundPost post,
            ImportFile file,
            Caller uploader,
            boolean isDryRun,
            List<String> notes,
            List<String> missing) {
        return Mono.fromCallable(() -> file.picture(address, post.location()))
                .subscribeOn(reading)
                .flatMap(found -> found.map(bytes -> isDryRun
                                ? Mono.<String>empty()
                                : media.upload(bytes, description(alt), uploader)
                                        .retryWhen(WHEN_BUSY)
                                        .map(uploaded ->
                                                uploaded.media().address().toString()))
                        .orElseGet(() -> missing(address, missing)))
                .onErrorResume(
                        failure -> failure instanceof MediaException || failure instanceof InvalidValueException,
                        refused -> {
                            notes.add("the picture " + address + " was not taken: " + refused.getMessage());
                            return Mono.empty();
                        });
    }

    private static Mono<String> missing(String address, List<String> missing) {
        if (!address.startsWith("/media/")) {
            missing.add(address);
        }
        return Mono.empty();
    }

    private static void noteMissing(List<String> missing, List<String> notes) {
        if (missing.size() == 1) {
            notes.add("the picture " + missing.get(0) + " is not beside the file: it becomes a link");
        } else if (!missing.isEmpty()) {
            notes.add(missing.size() + " pictures are not beside the file and become links, the first is "
                    + missing.get(0));
        }
    }

    private static String description(String alt) {
        var plain =
                PlainText.publishable(alt.replaceAll("\\\\(\\p{Punct})", "$1")).strip();
        return PlainText.start(plain, MediaService.MAX_ALT);
    }

    /** A body with nothing in place of the addresses of its pictures, which are others here than there. */
    static String withoutAddresses(String markdown) {
        return IMAGE.matcher(markdown.strip())
                .replaceAll(image -> Matcher.quoteReplacement("![" + image.group(1) + "]("));
    }

    private static String rewritten(String markdown, Map<String, String> addresses) {
        return addresses.isEmpty()
                ? markdown
                : IMAGE.matcher(markdown)
                        .replaceAll(image -> Matcher.quoteReplacement(Optional.ofNullable(addresses.get(address(image)))
                                .map(address -> "![" + image.group(1) + "](" + address)
                                .orElse(image.group())));
    }
}
