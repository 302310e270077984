package org.vedette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import org.vedette.pages.form.Option;

class PageTests {

    private static final Site SITE = new Site(
            "The Watch", "What we saw", List.of(new Link("Imprint", "/imprint"), new Link("Privacy", "/privacy")));
    private static final SignedIn ADA =
            new SignedIn("Ada", "/account", "/logout", List.of(new HiddenField("_csrf", "t0ken")));

    @ParameterizedTest
    @CsvSource({"/, Latest", "/archive, Archive", "/feeds, Feeds", "/subscribe, Subscribe"})
    void theCurrentEntryOfTheMenuIsMarked(String path, String entry) {
        var page = notice(layout().withMenuPath(path));

        assertThat(page.select("nav [aria-current=page]").eachText()).containsExactly(entry);
    }

    @Test
    void aPageOfNoMenuEntryMarksNone() {
        assertThat(notice(layout()).select("[aria-current]")).isEmpty();
    }

    @Test
    void theFooterLinksTheLegalPages() {
        assertThat(notice(layout())
                        .select("footer a[href=/imprint], footer a[href=/privacy]")
                        .eachText())
                .containsExactly("Imprint", "Privacy");
    }

    @Test
    void thePageOfAnErrorIsNotIndexed() {
        assertThat(notice(layout()).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void anErrorShowsItsStatusItsAdviceAndWhatToQuote() {
        var page = Templates.render(
                "pages/notice.jte",
                NoticePage.error(layout(), 503, "Not right now", "It is down.", List.of(new Link("Again", "")))
                        .withAdvice("Wait.")
                        .withRequestId("r-1"));

        assertThat(page.select("main").text())
                .isEqualTo("503 Not right now It is down. Wait. Again If you ask us about this, quote r-1.");
    }

    @Test
    void nobodyIsNamedOnAPageForEverybody() {
        assertThat(notice(layout()).select(".person")).isEmpty();
    }

    @Test
    void whoIsSignedInCanLogOut() {
        var page = notice(layout().withPerson(ADA));

        assertThat(page.select(".person form[method=post][action=/logout] input[type=hidden][name=_csrf]")
                        .attr("value"))
                .isEqualTo("t0ken");
    }

    @Test
    void nothingIsWrittenInLine() {
        var page = notice(layout().withPerson(ADA));

        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    }

    @Test
    void anApplicationHasANavigationOfItsOwn() {
        var layout = new ApplicationLayout(
                SITE,
                "Studio",
                "/studio",
                "Posts",
                List.of(new Link("Posts", "/studio"), new Link("Media", "/studio/media")),
                "/studio/media",
                ADA);

        var page = Templates.render(
                "pages/application.jte", Map.of("layout", layout, "content", HostileTextTests.nothing()));

        assertThat(page.select("nav[aria-label=Studio] a").eachText()).containsExactly("Posts", "Media");
        assertThat(page.select("[aria-current=page]").eachText()).containsExactly("Media");
        assertThat(page.title()).isEqualTo("Posts · Studio · The Watch");
    }

    @Test
    void aFieldNamesItsLabelItsHintAndItsError() {
        var field = Field.required("secret", FieldType.PASSWORD, "Password")
                .withHint("At least 12 characters.")
                .withValue("hunter2")
                .withError("Too short.");

        var input = form(field).select("main").select("input#secret");

        assertThat(input.attr("aria-describedby")).isEqualTo("secret-error secret-hint");
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.hasAttr("autofocus")).isTrue();
        assertThat(input.attr("value")).isEmpty();
    }

    @Test
    void aFieldWithoutHintAndErrorIsDescribedByNothing() {
        var input = form(Field.optional("name", FieldType.TEXT, "Name")).select("main input");

        assertThat(input.outerHtml()).isEqualTo("<input id=\"name\" name=\"name\" type=\"text\" value=\"\">");
    }

    @Test
    void passwordManagersAreToldWhosePasswordItIs() {
        var input = form(Field.username("ada")).select("main input");

        assertThat(input.outerHtml())
                .isEqualTo("<input name=\"username\" type=\"text\" autocomplete=\"username\" value=\"ada\" hidden>");
    }

    @Test
    void aChoiceKeepsWhatWasChosen() {
        var options = List.of(new Option("author", "Author"), new Option("editor", "Editor"));

        var select = form(Field.select("role", "Role", options).withValue("editor"));

        assertThat(select.select("option[selected]").eachText()).containsExactly("Editor");
    }

    @Test
    void aFormWithoutActionIsSentToItsOwnAddress() {
        var page = Templates.render(
                "pages/form.jte",
                FormPage.of(layout(), "Leave?", "Nothing more will come.", Form.of(null, List.of(), "Leave")));

        assertThat(page.select("main form").hasAttr("action")).isFalse();
    }

    private static Document form(Field field) {
        return Templates.render(
                "pages/form.jte",
                FormPage.of(layout(), "Log in", "Welcome.", Form.of("/login", List.of(field), "Log in")));
    }

    private static PageLayout layout() {
        return PageLayout.notIndexed(SITE, "Page");
    }

    private static Document notice(PageLayout layout) {
        return Templates.render("pages/notice.jte", NoticePage.of(layout, "Done", "It is done.", List.of()));
    }
}
