package org.vedette.feed.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.updates.TimelineChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSseWriterTests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JsonSseWriter writer =
            new JsonSseWriter(new Blog("Blog", "Tagline", URI.create("https://blog.example.org")), json);

    @Test
    void anEventHasTheIdToResumeFromItsNameAndThePostInOneLine() {
        var post = aPost().slug("it-sleeps")
                .title("It sleeps\nand wakes\r")
                .corrected(Instant.EPOCH, "The date was wrong.")
                .build();
        var change = new TimelineChange(
                42, ChangeKind.REVISED, new Entry(post, "The date was wrong.", Instant.EPOCH), false);

        var lines = new String(writer.change(change), UTF_8).split("\n", -1);

        assertThat(lines).hasSize(5).startsWith("id: 42", "event: PostRevised").endsWith("", "");
        var data = json.readTree(lines[2].substring("data: ".length()));
        assertThat(List.of(data.get("permalink"), data.get("title"), data.get("correction")))
                .map(JsonNode::asString)
                .containsExactly(
                        "https://blog.example.org/posts/it-sleeps", "It sleeps\nand wakes\r", "The date was wrong.");
        assertThat(data.get("corrections").toString())
                .isEqualTo("[{\"date\":\"1970-01-01T00:00:00Z\",\"text\":\"The date was wrong.\"}]");
    }

    @Test
    void aWithdrawalSaysWhichPostAndWhyAndNothingElse() {
        var withdrawn = new Tombstone(UUID.randomUUID(), 3, "gone", List.of(), "It was wrong.", Instant.EPOCH);

        var event = new String(writer.change(new TimelineChange(7, ChangeKind.WITHDRAWN, withdrawn, false)), UTF_8);

        assertThat(event)
                .isEqualTo("id: 7\nevent: PostWithdrawn\ndata: {\"id\":\"" + withdrawn.id()
                        + "\",\"revision\":3,\"permalink\":\"https://blog.example.org/posts/gone\","
                        + "\"reason\":\"It was wrong.\"}\n\n");
    }

    @Test
    void theWelcomeCarriesTheIdOfTheLatestEventWithoutAnEvent() {
        var welcome = new String(writer.welcome(OptionalLong.of(9)), UTF_8);

        assertThat(welcome).isEqualTo("retry: 3000\nid: 9\n\n");
    }
}
