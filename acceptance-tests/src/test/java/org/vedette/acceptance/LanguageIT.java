package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A post in Chinese and one in German on a site in English, in everything that readers and programs get. */
class LanguageIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSuite suite = RunningSuite.get();
    private final Reader reader = suite.reader();
    private final String run = String.valueOf(System.nanoTime());
    private final Inbox inbox = suite.subscribed("languages-" + run + "@example.com");

    private final Editor.Published chinese = suite.editor()
            .publishes(Manuscript.titled("每周威胁情报" + run)
                    .with("language", "zh-hans")
                    .with("standfirst", "钓鱼邮件增加了。")
                    .with("body", "威胁情报团队的分析。".repeat(1_000)));
    private final Editor.Published german = suite.editor()
            .publishes(Manuscript.titled("Ein Hinweis auf Kies " + run)
                    .with("language", "DE")
                    .with("standfirst", "Die Angreifer warten auf die Nachtschicht."));

    @BeforeEach
    void awaitBoth() {
        await().atMost(TIMEOUT).until(() -> reader.seesOnTheFrontPage(german.title()));
        await().atMost(TIMEOUT).until(() -> reader.seesOnTheFrontPage(chinese.title()));
    }

    @Test
    void aPostSaysItsLanguageOnItsPage() {
        var inChinese = html(chinese.path());
        var inGerman = html(german.path());

        assertThat(inChinese.select("article.post").attr("lang")).isEqualTo("zh-Hans");
        assertThat(inChinese.select("article.post .dateline").attr("lang")).isEqualTo("en");
        assertThat(inChinese.select(".reading-time").text()).isEqualTo("18 min read");
        assertThat(inChinese.select("meta[property=og:locale]").attr("content")).isEqualTo("zh_CN");
        assertThat(inGerman.select("article.post").attr("lang")).isEqualTo("de");
        assertThat(inGerman.select("script[type=application/ld+json]").get(0).data())
                .contains("\"inLanguage\":\"de\"");
        assertThat(html("/").select("[lang=zh-Hans]").text()).contains(chinese.title());
    }

    @Test
    void aPostSaysItsLanguageInEveryFeedAndTheContentApi() {
        var rss = xml("/feeds/rss.xml");
        var atom = xml("/feeds/atom.xml");
        var items = json("/feeds/feed.json").get("items");
        var posts = json("/api/feed/posts?fields=title,language&limit=20").get("posts");

        assertThat(rss.select("channel > language").text()).isEqualTo("en");
        assertThat(rss.select("item:has(title:contains(" + chinese.title() + ")) > dc|language")
                        .text())
                .isEqualTo("zh-Hans");
        assertThat(atom.select("entry:has(title:contains(" + german.title() + "))")
                        .attr("xml:lang"))
                .isEqualTo("de");
        assertThat(languageIn(items, chinese)).isEqualTo("zh-Hans");
        assertThat(languageIn(posts, german)).isEqualTo("de");
    }

    @Test
    void twoCharactersFindThePostInChineseAndWordsTheOneInGerman() {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(search("钓鱼").toString()).contains(chinese.id()).doesNotContain(german.id());
            assertThat(search("hinweis kies " + run).toString())
                    .contains(german.id())
                    .doesNotContain(chinese.id());
        });
    }

    @Test
    void aPostSaysItsLanguageInTheMail() {
        await().atMost(TIMEOUT)
                .until(() -> inbox.about(chinese.title()).size() == 1
                        && inbox.about(german.title()).size() == 1);

        assertThat(mail(chinese).select("td[lang=zh-Hans]").eachText()).containsExactly(chinese.title(), "钓鱼邮件增加了。");
        assertThat(mail(german).select("td[lang=de]").eachText())
                .containsExactly(german.title(), "Die Angreifer warten auf die Nachtschicht.");
    }

    private Document mail(Editor.Published post) {
        return Jsoup.parse(inbox.about(post.title()).get(0).html());
    }

    private Document html(String path) {
        return Jsoup.parse(Editor.expect(200, reader.opens(path)).body());
    }

    private Document xml(String path) {
        return Jsoup.parse(Editor.expect(200, reader.asksFor(path)).body(), Parser.xmlParser());
    }

    private JsonNode json(String path) {
        return JSON.readTree(Editor.expect(200, reader.asksFor(path)).body());
    }

    private JsonNode search(String words) {
        return json("/api/feed/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static String languageIn(JsonNode items, Editor.Published post) {
        return items.valueStream()
                .filter(item -> item.get("title").asString().equals(post.title()))
                .map(item -> item.get("language").asString())
                .findFirst()
                .orElseThrow();
    }
}
