package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Posts that come along from another system, as readers and subscribers see it. */
class ImportIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.get();
    private final Reader reader = suite.reader();

    @Test
    void anImportedPostIsOnTheSiteAtItsDateItsOldAddressLeadsToItAndNobodyIsMailed() {
        var inbox = suite.subscribed("imports@example.com");
        var today = LocalDate.now(ZoneOffset.UTC);
        var imports = new ImportClient(suite.site(), suite.editor().token());

        var report = imports.imported(zip(Map.of(
                "old.md", post("An imported post of 2016", "2016-06-30", "/2016/06/an-imported-post/"),
                "new.md", post("An imported post of today", today.toString(), "/blog/today"))));

        assertThat(report.at("/created").asInt()).as(report.toString()).isEqualTo(2);
        await().atMost(TIMEOUT).until(() -> reader.opens("/posts/old").statusCode() == 200);
        assertThat(reader.opens("/posts/old").body())
                .contains("An imported post of 2016", "June 30, 2016", "Ada Example");
        assertThat(reader.opens("/archive/2016/06").body()).contains("An imported post of 2016");
        await().atMost(TIMEOUT)
                .until(() -> reader.opens("/2016/06/an-imported-post").statusCode() == 301);
        assertThat(reader.opens("/2016/06/an-imported-post").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/posts/old"));
        await().atMost(TIMEOUT).until(() -> reader.opens("/posts/new").statusCode() == 200);
        var marker = suite.editor().publishes(Manuscript.titled("After the import"));
        await().atMost(TIMEOUT).until(() -> inbox.about(marker.title()).size() == 1);
        assertThat(inbox.about("An imported post")).isEmpty();
    }

    private static String post(String title, String date, String alias) {
        return """
            ---
            title: %s
            date: %s
            author: Ada Example
            aliases: [%s]
            ---
            It *waits*.
            """.formatted(title, date, alias);
    }

    private static byte[] zip(Map<String, String> files) {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }
}
