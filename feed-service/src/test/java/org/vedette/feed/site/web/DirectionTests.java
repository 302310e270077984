package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;
import org.vedette.testsupport.events.PublicPosts;

class DirectionTests extends SitePageTests {

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}]");

    @BeforeEach
    void publishInHebrewAndArabic() {
        slice.publish(anIssue("תקציר שבועי", "brief").title("גיליון ראשון").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(
                written(anIssue("תקציר שבועי", "brief")).title("גיליון שני").publishedAt(JUNE_30));
        var corrected = written(aPost()).slug("waits").publishedAt(JUNE_30.plusSeconds(60));
        slice.save(new Entry(corrected.build(), "التاريخ كان خطأ", WebSlice.CHANGED));
        slice.publish(aPost().title("It waits in English").publishedAt(JUNE_30.plusSeconds(120)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/posts/waits", "/series/brief", "/tags/loader", "/archive/2016/06", "/search?q=loader"})
    void titlesTeasersAndBodiesRunTheWayTheirLanguageDoes(String path) {
        var texts = page(path).select("main *").stream()
                .filter(element -> RIGHT_TO_LEFT.matcher(element.ownText()).find())
                .toList();

        assertThat(texts).isNotEmpty().allMatch(DirectionTests::isFree);
    }

    private static boolean isFree(Element text) {
        return text.closest("[dir=auto]") != null;
    }

    private static PublicPosts written(PublicPosts post) {
        return post.title("المحمل ينتظر الليل")
                .standfirst("ينتظر حتى تبدأ المناوبة")
                .html("<p>ينتظر حتى تبدأ <code>loader</code></p>")
                .text("ينتظر حتى تبدأ loader")
                .tagged("loader");
    }
}
