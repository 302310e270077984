package org.vedette.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The pages of one instance. */
public final class Site {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private final URI root;

    public Site(URI root) {
        this.root = root;
    }

    /**
     * A page that was there.
     *
     * @param text its body
     * @param bytes length of the body
     * @param took from the request to the last byte
     */
    public record Page(String text, int bytes, Duration took) {}

    /**
     * Asks for a page.
     *
     * @throws IllegalStateException when the answer is anything but 200: nothing else may count as fast
     */
    public Page get(String address) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = answer(address);
        var took = Duration.ofNanos(System.nanoTime() - start);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + " was answered " + response.statusCode() + ", not 200");
        }
        return new Page(text(response), response.body().length, took);
    }

    public int status(String address) throws IOException, InterruptedException {
        return answer(address).statusCode();
    }

    /** Asks for a page until it is there and says something. */
    public void await(String address, String text, Duration timeout) throws IOException, InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        while (!contains(answer(address), text)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(address + " does not say \"" + text + "\" after " + timeout);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean contains(HttpResponse<byte[]> response, String text) {
        return response.statusCode() == 200 && text(response).contains(text);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(address))
                .timeout(REQUEST_TIMEOUT)
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }
}
