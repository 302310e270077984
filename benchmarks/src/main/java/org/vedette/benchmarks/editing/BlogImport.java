package org.vedette.benchmarks.editing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast a blog is imported, exported and restored, and prints a row of a table for each. */
final class BlogImport {

    private static final long SEED = 7;
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 800;
    private static final long PAUSE_MILLIS = 100;
    private static final double MEGABYTE = 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final URI site;
    private final String token;
    private final Path export;

    private BlogImport(URI site, String token, Path export) {
        this.site = site;
        this.token = token;
        this.export = export;
    }

    /**
     * Reads {@code site}, {@code token} (a file), {@code export} (a file), {@code what} ({@code import} or {@code restore}), {@code
     * posts} (10,000) and {@code pictures} (0), of which each post names one as long as there are any.
     */
    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var token = Files.readString(Path.of(settings.text("token"))).strip();
        var measured = new BlogImport(URI.create(settings.text("site")), token, Path.of(settings.text("export")));
        if (settings.text("what").equals("restore")) {
            measured.imported("restore an export", measured.export);
            measured.imported("the same again, all known", measured.export);
            return;
        }
        var file = Files.createTempFile("vedette-blog", ".zip");
        try {
            write(file, settings.number("posts", 10_000), settings.number("pictures", 0));
            measured.imported("import Markdown", file);
            measured.exported();
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int posts, int pictures) throws IOException {
        var blog = new SyntheticBlog(SEED, posts, Duration.ofDays(3652));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (var number = 0; number < posts; number++) {
                var post = blog.post(number);
                zip.putNextEntry(new ZipEntry(post.slug() + ".md"));
                var text = "---\ntitle: \"" + post.title() + "\"\ndate: " + post.publishedAt() + "\nauthor: \""
                        + post.bylines().get(0).name() + "\"\ntags: " + post.tags() + "\naliases: [/old/" + number
                        + "]\n---\n"
                        + (number < pictures ? "![A picture](p" + number + ".jpg)\n\n" : "") + post.text();
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            for (var number = 0; number < pictures; number++) {
                zip.putNextEntry(new ZipEntry("p" + number + ".jpg"));
                writePicture(number, zip);
            }
        }
    }

    private static void writePicture(int number, OutputStream out) throws IOException {
        var random = new Random(number);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, (x * 255 / WIDTH) << 16 | (y * 255 / HEIGHT) << 8 | random.nextInt(64));
            }
        }
        if (!ImageIO.write(picture, "jpg", out)) {
            throw new IOException("no JPEG here");
        }
    }

    private void imported(String what, Path file) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var begun =
                read(request("/api/imports").POST(BodyPublishers.ofFile(file)).build());
        var address = "/api/imports/" + begun.path("id").asString("");
        var report = begun;
        while (List.of("waiting", "running").contains(report.path("state").asString(""))) {
            Thread.sleep(PAUSE_MILLIS);
            report = read(request(address).build());
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var items = report.path("created").asInt(0) + report.path("skipped").asInt(0);
        if (report.path("failed").asInt(0) > 0
                || !report.path("state").asString("").equals("finished")) {
            throw new IllegalStateException("not imported as a whole: " + report);
        }
        System.out.printf(Locale.ROOT, "| %s, %d items | %.0f/s | %.1f |%n", what, items, items / seconds, seconds);
    }

    private void exported() throws IOException, InterruptedException {
        var start = System.nanoTime();
        var answer = http.send(request("/api/export").build(), BodyHandlers.ofFile(export));
        var seconds = (System.nanoTime() - start) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the export was answered " + answer.statusCode());
        }
        var megabytes = Files.size(export) / MEGABYTE;
        System.out.printf(
                Locale.ROOT, "| export, %.0f MB | %.1f MB/s | %.1f |%n", megabytes, megabytes / seconds, seconds);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
