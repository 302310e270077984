package org.vedette.notification.webhooks.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.vedette.events.PostPublished;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.events.EventId;
import org.vedette.notification.webhooks.events.PostCard;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.testsupport.events.PublicPosts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReceiverFormatsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE =
            "@everyone <!channel> <@U123> [click](https://evil.example) **bold** `x` <https://evil.example|here>";

    private final ReceiverFormats formats = new ReceiverFormats(JSON);

    @Test
    void aWebhookGetsACloudEventWithTheWholePost() {
        var post = PublicPosts.aPost().title("A loader").build();
        var id = EventId.of(post.id(), 3);
        var at = Instant.parse("2026-11-30T10:00:00Z");

        var event = JSON.readTree(new CloudEventWriter(JSON)
                .ofPost(
                        id,
                        WebhookEventType.PUBLISHED,
                        new PostPublished(post),
                        at,
                        "https://blog.example/posts/a-loader"));

        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo("msg_" + post.id() + "_3");
        assertThat(event.get("source").asString()).isEqualTo("urn:vedette:post-service");
        assertThat(event.get("type").asString()).isEqualTo("org.vedette.post.published.v1");
        assertThat(event.get("subject").asString()).isEqualTo(post.id().toString());
        assertThat(event.get("time").asString()).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.get("link").asString()).isEqualTo("https://blog.example/posts/a-loader");
        assertThat(event.at("/data/post/title").asString()).isEqualTo("A loader");
    }

    @Test
    void slackGetsNoMentionAndNoLinkOfATitle() {
        var text = body(ReceiverKind.SLACK, HOSTILE).at("/blocks/0/text/text").asString();

        assertThat(text)
                .startsWith("<https://blog.example/posts/a|")
                .contains("&lt;!channel&gt;", "&lt;@\u200BU123&gt;", "&lt;https://evil.example|here&gt;")
                .doesNotContain("<!", "<@", "<https://evil", "@everyone");
        assertThat(body(ReceiverKind.SLACK, HOSTILE)
                        .at("/blocks/0/text/verbatim")
                        .asBoolean())
                .isTrue();
        assertThat(body(ReceiverKind.SLACK, HOSTILE).get("text").asString()).doesNotContain("<", "@everyone");
    }

    @Test
    void mattermostGetsNoMentionAndNoMarkupOfATitle() {
        var text = body(ReceiverKind.MATTERMOST, HOSTILE).get("text").asString();

        assertThat(text)
                .startsWith("**[")
                .contains("](https://blog.example/posts/a)**", "\\[click\\]\\(https\\:", "\\*\\*bold\\*\\*")
                .doesNotContain("<", "@everyone", "[click]", "](https://evil");
    }

    @Test
    void discordGetsAnEmbedThatCallsNobody() {
        var body = body(ReceiverKind.DISCORD, HOSTILE);

        assertThat(body.at("/allowed_mentions/parse").isEmpty()).isTrue();
        assertThat(body.has("content")).isFalse();
        assertThat(body.at("/embeds/0/title").asString())
                .contains("\\[click\\]\\(https")
                .doesNotContain("[click]", "@everyone", "<@");
        assertThat(body.at("/embeds/0/url").asString()).isEqualTo("https://blog.example/posts/a");
    }

    @Test
    void teamsGetsTextRunsWhichKnowNoMarkup() {
        var card = body(ReceiverKind.TEAMS, HOSTILE).at("/attachments/0/content");

        assertThat(card.get("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/type").asString()).isEqualTo("RichTextBlock");
        assertThat(card.at("/body/0/inlines/0/text").asString()).isEqualTo(HOSTILE);
        assertThat(card.at("/actions/0/url").asString()).isEqualTo("https://blog.example/posts/a");
        assertThat(card.has("msteams")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "WEBHOOK", mode = Mode.EXCLUDE)
    void everyChatIsToldSeriesAndLabel(ReceiverKind kind) {
        assertThat(text(kind, event(WebhookEventType.PUBLISHED, "A", "Weekly Brief")))
                .contains("Weekly Brief", "CLEAR", "teaser");
    }

    @ParameterizedTest
    @EnumSource(names = "WEBHOOK", mode = Mode.EXCLUDE)
    void aWithdrawnPostIsNamedWithoutALink(ReceiverKind kind) {
        assertThat(text(kind, event(WebhookEventType.WITHDRAWN, "A post", null)))
                .contains("Withdrawn", "A post", "Not public any more")
                .doesNotContain("https://blog.example");
    }

    @ParameterizedTest
    @EnumSource(names = "WEBHOOK", mode = Mode.EXCLUDE)
    void aTitleStaysOnOneLineAndWithinTheLimits(ReceiverKind kind) {
        var text = text(kind, event(WebhookEventType.PUBLISHED, "a\n> b\r\u2028\u202Ec " + "😀".repeat(300), null));

        assertThat(text).doesNotContain("\\r", "\u2028", "\u202E", "\uFFFD").contains("…");
        assertThat(body(kind, "😀".repeat(300))
                        .at("/embeds/0/title")
                        .asString("")
                        .length())
                .isLessThanOrEqualTo(256);
    }

    private JsonNode body(ReceiverKind kind, String title) {
        return JSON.readTree(formats.body(kind, event(WebhookEventType.PUBLISHED, title, null)));
    }

    private String text(ReceiverKind kind, WebhookEvent event) {
        return new String(formats.body(kind, event), StandardCharsets.UTF_8);
    }

    private static WebhookEvent event(WebhookEventType type, String title, @Nullable String series) {
        var post = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");
        var card = new PostCard(title, "The teaser", series, "https://blog.example/posts/a", "CLEAR");
        return new WebhookEvent(EventId.of(post, 1), type, post, 1, Instant.EPOCH, card, "{}");
    }
}
