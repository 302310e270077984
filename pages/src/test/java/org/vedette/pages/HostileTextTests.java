package org.vedette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.pages.PageHead.FeedLink;
import org.vedette.pages.PageHead.MetaProperty;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import org.vedette.pages.form.Option;
import org.vedette.pages.post.BylineView;
import org.vedette.pages.post.CorrectionNote;
import org.vedette.pages.post.PostLanguage;
import org.vedette.pages.post.PostSummaryView;
import org.vedette.pages.post.PostSummaryView.SeriesLink;
import org.vedette.pages.post.PostView;
import org.vedette.pages.post.TlpLabel;

/** Every text that somebody may have written is text in the page, in whatever field it comes. */
class HostileTextTests {

    private static final String HOSTILE = "\"'></title></textarea><img src=x onerror=alert(1)>&amp;";

    private static final Link LINK = new Link(HOSTILE, HOSTILE);
    private static final Site SITE = new Site(HOSTILE, HOSTILE, List.of(LINK));
    private static final SignedIn PERSON =
            new SignedIn(HOSTILE, HOSTILE, HOSTILE, List.of(new HiddenField(HOSTILE, HOSTILE)));
    private static final PageLayout LAYOUT = new PageLayout(
            SITE,
            null,
            new PageHead(
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    true,
                    HOSTILE,
                    List.of(new MetaProperty(HOSTILE, HOSTILE)),
                    List.of(new FeedLink(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                    HOSTILE,
                    HOSTILE,
                    List.of()),
            List.of(LINK),
            PERSON);
    private static final BylineView BYLINE = new BylineView(HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    private static final PostSummaryView SUMMARY = new PostSummaryView(
            HOSTILE,
            HOSTILE,
            List.of(BYLINE),
            0,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            new SeriesLink(HOSTILE, HOSTILE, HOSTILE),
            new TlpLabel(HOSTILE, HOSTILE),
            HOSTILE,
            HOSTILE);

    @Test
    void ofANotice() {
        var page = NoticePage.error(LAYOUT, 404, HOSTILE, HOSTILE, List.of(LINK))
                .withAdvice(HOSTILE)
                .withRequestId(HOSTILE);

        assertIsText(Templates.render("pages/notice.jte", page));
    }

    @ParameterizedTest
    @EnumSource
    void ofAForm(FieldType type) {
        var field = new Field(
                HOSTILE,
                type,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                10,
                true,
                true,
                true,
                List.of(new Option(HOSTILE, HOSTILE)));
        var form = new Form(HOSTILE, List.of(new HiddenField(HOSTILE, HOSTILE)), List.of(field), HOSTILE, HOSTILE);
        var page = new FormPage(LAYOUT, HOSTILE, HOSTILE, HOSTILE, form, List.of(LINK));

        assertIsText(Templates.render("pages/form.jte", page));
    }

    @Test
    void ofAnApplication() {
        var layout = new ApplicationLayout(SITE, HOSTILE, HOSTILE, HOSTILE, List.of(LINK), null, PERSON);

        assertIsText(Templates.render("pages/application.jte", Map.of("layout", layout, "content", nothing())));
    }

    @Test
    void ofAPost() {
        var post = new PostView(
                HOSTILE,
                new PostLanguage(HOSTILE, false, true),
                SUMMARY,
                Arrays.asList(BYLINE, BYLINE, BYLINE, BYLINE),
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(new CorrectionNote(HOSTILE, HOSTILE, HOSTILE)),
                "<p>Sanitized.</p>",
                List.of(LINK));

        assertIsText(Templates.render("pages/post.jte", post));
    }

    @Test
    void ofTheNeighboursOfAPost() {
        assertIsText(Templates.render("pages/neighbours.jte", Map.of("newer", SUMMARY, "older", SUMMARY)));
    }

    static Content nothing() {
        return output -> output.writeContent("");
    }

    private static void assertIsText(Document page) {
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.html()).contains("onerror=alert(1)");
    }
}
