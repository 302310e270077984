package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.Mails.header;
import static org.vedette.notification.Mails.html;
import static org.vedette.notification.Mails.text;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.events.Series;
import org.vedette.notification.LinkKey;
import org.vedette.notification.Mails;
import org.vedette.notification.TestProperties;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.digests.DigestRun;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.SubscriptionLinks;
import org.vedette.starter.legal.LegalProperties;
import org.vedette.starter.templates.TemplateEngines;
import org.vedette.testsupport.events.PublicPosts;

class MailComposerTests {

    private final SubscriptionLinks links = new SubscriptionLinks(
            "https://blog.example", new LinkTokens(new LinkKey("one key of thirty-two characters")));
    private final MailComposer composer = new MailComposer(
            new MailIdentity(
                    TestProperties.properties(),
                    new LegalProperties("We are we.", null),
                    new MailProperties("Example Labs, 1 Example Street,\n1010 Vienna"),
                    TestComposers.noReturnPath()),
            links,
            TemplateEngines.precompiled("org.vedette.notification.views"),
            new PlainTextRenderer(),
            TestComposers.unsigned(),
            TestProperties.properties());
    private final Active ada = anActiveSubscriber();
    private final Pending pending = aPendingSubscriber();

    @Test
    void bothPartsOfAnAlertShowThePost() {
        var mail = alert(aPost().title("Lures of the week")
                .by("Ada Example", "Example Labs")
                .by("Bob Example", null)
                .inSeries("weekly-phishing-report", "Weekly Phishing Report")
                .covering(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-28"))
                .standfirst("What we saw.")
                .slug("lures"));

        assertThat(text(mail) + html(mail))
                .contains("Lures of the week")
                .contains("By Ada Example, Example Labs; Bob Example")
                .contains("November 2, 2026 · Weekly Phishing Report · November 22 – November 28, 2026")
                .contains("What we saw.")
                .contains("TLP:CLEAR")
                .contains("Read it: https://blog.example/posts/lures")
                .contains("href=\"https://blog.example/posts/lures\"");
    }

    @Test
    void aNoticeSaysWhatHasHappenedAndLeadsToThePageOfTheAlert() {
        var id = AlertId.ofPost(UUID.randomUUID());
        var counts = new DeliveryCounts(0, 0, 2, 0, 0, 0, 1, 0, 4, 0);
        var progress = new Progress(
                id, "Lures\r\nBcc: x", Progress.Stage.PLANNED, Instant.EPOCH, 3, counts, AlertControl.of(id));
        var notice = new DeliveryId.OfNotice(Notice.FAILED, id, ada.address());

        var mail = parse(composer.compose(new Message.OfNotice(notice, ada, progress)));

        assertThat(header(mail, "Subject")).isEqualTo("Nobody got the mail: Lures Bcc: x");
        assertThat(header(mail, "List-Unsubscribe")).isNull();
        assertThat(text(mail).replaceAll("\\s+", " "))
                .contains("Of 3 mails 0 are sent, 0 wait, 2 bounced and 1 were abandoned.")
                .contains("https://blog.example/studio/alerts/" + id);
    }

    @Test
    void anAlertWithoutAStandfirstShowsTheExcerpt() {
        var mail = alert(aPost().standfirst(null).text("The excerpt of it all."));

        assertThat(text(mail)).contains("The excerpt of it all.");
    }

    @Test
    void anAlertCarriesTheHeadersOfAListWithOneClick() {
        var mail = alert(aPost());

        var link = links.unsubscribe(ada.id());
        var alert = Mails.between(header(mail, "Message-ID"), "<", ".");
        assertThat(header(mail, "List-Unsubscribe")).isEqualTo("<" + link + "&mail=" + alert + ">");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "List-Id")).isEqualTo("<alerts.blog.example>");
        assertThat(header(mail, "List-Post")).isEqualTo("NO");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void aSeriesIsAListOfItsOwnWhateverItsTitleIs() {
        var mail = alert(aPost().inSeries("weekly-phishing-report", "Weekly Phishing Report"));
        var renamed = alert(aPost().inSeries("weekly-phishing-report", "Läget"));

        assertThat(header(mail, "List-Id"))
                .isEqualTo("Weekly Phishing Report <weekly-phishing-report.series.blog.example>");
        assertThat(header(renamed, "List-Id")).endsWith("<weekly-phishing-report.series.blog.example>");
        assertThat(header(mail, "List-Archive")).isEqualTo("<https://blog.example/series/weekly-phishing-report>");
        assertThat(header(alert(aPost()), "List-Archive")).isEqualTo("<https://blog.example/>");
    }

    @Test
    void theHelpOfTheListIsThePageOfTheSubscriber() {
        var mail = alert(aPost());

        assertThat(header(mail, "List-Help")).isEqualTo("<" + links.preferences(ada.id()) + ">");
        assertThat(header(mail, "List-Subscribe")).isEqualTo("<https://blog.example/subscribe>");
    }

    @Test
    void everyMailSaysItsClassAndItsSenderForReportsOfComplaints() {
        var post = aPost().inSeries("weekly", "Weekly").build();

        assertThat(header(parse(composer.compose(message(post, ada))), "Feedback-ID"))
                .isEqualTo(post.id() + ":weekly:alert:blogexample");
        assertThat(header(digest(aDigestedPost(THEN)), "Feedback-ID"))
                .isEqualTo("digest-mon-07-site-20261130t0700:site:digest:blogexample");
        assertThat(header(confirmation(), "Feedback-ID")).isEqualTo("own:site:confirmation:blogexample");
    }

    @Test
    void everyMailAsksForNoAutomaticReply() {
        for (var mail : List.of(alert(aPost()), digest(aDigestedPost(THEN)), confirmation())) {
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(header(mail, "X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
        }
    }

    @Test
    void theHeaderSaysTheLanguagesOfTheTexts() {
        assertThat(header(alert(aPost().in("de-AT")), "Content-Language")).isEqualTo("de-AT, en");
        assertThat(header(alert(aPost().in(null)), "Content-Language")).isEqualTo("sv, en");
        assertThat(header(alert(aPost().in("en")), "Content-Language")).isEqualTo("en");
        assertThat(header(confirmation(), "Content-Language")).isEqualTo("en");
    }

    @Test
    void bothPartsOfEveryMailHaveThePostalAddressOfTheSender() {
        for (var mail : List.of(alert(aPost()), digest(aDigestedPost(THEN)), confirmation())) {
            assertThat(text(mail)).contains("Example Labs, 1 Example Street, 1010 Vienna");
            assertThat(html(mail)).contains("Example Labs, 1 Example Street, 1010 Vienna");
        }
    }

    @Test
    void aDigestOfManyPostsIsNotCutOffByAMailProgram() {
        var posts = IntStream.range(0, 400)
                .mapToObj(number -> aDigestedPost(
                        number + " " + "長い題名".repeat(20), new Series("s" + number % 5, "Series"), List.of(), THEN))
                .toArray(DigestedPost[]::new);

        var mail = digest(posts);

        assertThat(html(mail).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(60_000, 100_000);
        assertThat(html(mail)).containsPattern("And 3\\d\\d more");
        assertThat(text(mail)).containsPattern("And 3\\d\\d more: https://blog.example/");
    }

    @Test
    void bothPartsCarryTheUnsubscribeLink() {
        var mail = alert(aPost());

        assertThat(text(mail))
                .contains("Unsubscribe, on a page that asks you to confirm: " + links.unsubscribe(ada.id()));
        assertThat(html(mail)).contains("href=\"" + links.unsubscribe(ada.id()) + "&amp;mail=");
    }

    @Test
    void bothPartsOfEveryMailLinkTheLegalPagesThatExist() {
        for (var mail : List.of(alert(aPost()), confirmation())) {
            assertThat(text(mail))
                    .contains("Imprint: https://blog.example/imprint")
                    .doesNotContain("/privacy");
            assertThat(Jsoup.parse(html(mail))
                            .select("a[href=https://blog.example/imprint]")
                            .text())
                    .isEqualTo("Imprint");
            assertThat(html(mail)).doesNotContain("/privacy");
        }
    }

    @Test
    void theTextOfALongIndicatorStaysInTheWindow() {
        var html = Jsoup.parse(html(alert(aPost().title("a1".repeat(32)).standfirst("hxxps://" + "b2".repeat(200)))));

        assertThat(html.select("table[width=600]").attr("style"))
                .contains("table-layout:fixed", "overflow-wrap:anywhere", "word-break:break-word");
    }

    @Test
    void aTitleFromRightToLeftRunsThatWay() {
        var html = Jsoup.parse(html(alert(aPost().title("المحمل ينتظر الليل").standfirst("It waits."))));

        assertThat(html.select("td[dir=rtl][align=right]").text()).isEqualTo("المحمل ينتظر الليل");
        assertThat(html.select("td[dir=ltr][align=left]").text()).isEqualTo("It waits.");
    }

    @Test
    void aPostInAnotherLanguageThanTheMailSaysSo() {
        var mail = Jsoup.parse(html(alert(aPost().in("de-AT").title("Lader").standfirst("Er wartet."))));

        assertThat(mail.select("html").attr("lang")).isEqualTo("en");
        assertThat(mail.select("[lang=de-AT]").eachText()).containsExactly("Er wartet.", "Lader", "Er wartet.");
    }

    @Test
    void aPostInTheLanguageOfTheMailSaysNothing() {
        var mail = Jsoup.parse(html(alert(aPost().in("en"))));

        assertThat(mail.select("body [lang]")).isEmpty();
    }

    @Test
    void aPostThatNamesNoLanguageIsInThatOfTheSite() {
        var mail = Jsoup.parse(html(alert(aPost().in(null).standfirst(null).text("Den väntar."))));

        assertThat(mail.select("td[lang=sv]").eachText()).endsWith("Den väntar.");
    }

    @Test
    void aTitleInALanguageFromRightToLeftRunsThatWayWhateverItsFirstWordIs() {
        var mail = Jsoup.parse(html(alert(aPost().in("ar").title("Emotet يعود").standfirst("Emotet"))));

        assertThat(mail.select("td[lang=ar][dir=rtl][align=right]").eachText())
                .containsExactly("Emotet يعود", "Emotet");
    }

    @Test
    void ofManyBylinesTheLastAreCountedAsInListsOfTheSite() {
        var three = aPost().by("Ada", null).by("Bob", null).by("Cleo", "Labs");
        var twelve = aPost().by("Ada", null).by("Bob", "Labs");
        for (var number = 3; number <= 12; number++) {
            twelve = twelve.by("Author " + number, null);
        }

        assertThat(text(alert(three))).contains("By Ada; Bob; Cleo, Labs\r\n");
        assertThat(text(alert(twelve))).contains("By Ada; Bob, Labs and 10 others\r\n");
    }

    @Test
    void aNameFromRightToLeftIsIsolatedAndHasItsComma() {
        var mail = alert(aPost().by("Ada Example", "Example Labs").by("ليلى", "معهد"));

        assertThat(text(mail)).contains("By Ada Example, Example Labs; \u2068ليلى، معهد\u2069");
    }

    @Test
    void theListOfMailsShowsTheSummaryFirst() {
        var body = Jsoup.parse(html(alert(aPost().standfirst("What we saw."))));

        assertThat(body.body().child(0).text()).isEqualTo("What we saw.");
        assertThat(body.body().child(0).attr("style")).contains("display:none");
    }

    @Test
    void everySubscriberGetsAMailOfTheirOwn() {
        var post = aPost().build();
        var bob = anActiveSubscriber();

        var first = parse(composer.compose(message(post, ada)));
        var second = parse(composer.compose(message(post, bob)));

        assertThat(header(first, "To")).isEqualTo(ada.address().value());
        assertThat(header(second, "To")).isEqualTo(bob.address().value());
        assertThat(text(second)).contains(links.unsubscribe(bob.id())).doesNotContain(links.unsubscribe(ada.id()));
    }

    @Test
    void aMailThatIsSentAgainIsTheSameMessage() {
        var message = message(aPost().build(), ada);

        assertThat(composer.compose(message)).isEqualTo(composer.compose(message));
    }

    @Test
    void theMessageIdIsDerivedFromTheDelivery() {
        var message = message(aPost().build(), ada);

        assertThat(header(parse(composer.compose(message)), "Message-ID"))
                .isEqualTo("<" + message.id().value() + "@blog.example>");
    }

    @ParameterizedTest
    @MethodSource("difficultTitles")
    void aTitleArrivesAsItWasWritten(String title) throws MessagingException {
        var mail = alert(aPost().title(title));

        assertThat(mail.getSubject()).isEqualTo(title);
        assertThat(html(mail))
                .contains(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A title\r\nBcc: eve@example.org",
                "A title\nBcc: eve@example.org",
                "A title\rBcc: eve@example.org",
                "A title\r\n\r\nBcc: eve@example.org",
                "A title\u2028Bcc: eve@example.org",
                "A title\u0000\u000bBcc: eve@example.org",
            })
    void aTitleCannotBecomeAHeader(String title) throws MessagingException {
        var mail = alert(aPost().title(title));

        assertThat(header(mail, "Bcc")).isNull();
        assertThat(mail.getSubject()).endsWith("Bcc: eve@example.org");
        assertThat(mail.getAllRecipients())
                .containsExactly(new InternetAddress(ada.address().value()));
    }

    @Test
    void aTitleCannotContainThePlaceholderOfALink() throws MessagingException {
        var mail = alert(aPost().title("before" + MailTemplate.LINK_PLACEHOLDER + "after"));

        assertThat(mail.getSubject()).isEqualTo("beforeafter");
    }

    @Test
    void markupInATitleIsEscaped() {
        var mail = alert(aPost().title("<script>alert(1)</script>").standfirst("<img src=x onerror=alert(1)>"));

        assertThat(html(mail)).doesNotContain("<script>", "<img");
    }

    @ParameterizedTest
    @MethodSource("difficultTitles")
    void aMailIsAsciiInShortLines(String title) {
        var mail = new String(
                composer.compose(
                        message(aPost().title(title).text("ä".repeat(300)).build(), ada)),
                StandardCharsets.ISO_8859_1);

        assertThat(mail).matches("[\\r\\n -~]*");
        assertThat(mail.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(300).doesNotContain("\n"));
    }

    @ParameterizedTest
    @MethodSource("difficultTitles")
    void aLineWithAnEncodedWordHasAtMost76Characters(String title) {
        var mail =
                new String(composer.compose(message(aPost().title(title).build(), ada)), StandardCharsets.ISO_8859_1);

        assertThat(mail.lines().filter(line -> line.contains("=?UTF-8?B?")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    void aConfirmationLeadsToThePageThatConfirms() throws MessagingException {
        var mail = confirmation();

        assertThat(mail.getSubject()).isEqualTo("Confirm your subscription to Threat Intelligence Blog");
        assertThat(text(mail)).contains(links.confirm(pending, THEN)).contains("48 hours");
        assertThat(html(mail)).contains("href=\"" + links.confirm(pending, THEN) + "\"");
    }

    @Test
    void aConfirmationHasNoListHeaders() {
        var mail = confirmation();

        assertThat(header(mail, "List-Unsubscribe")).isNull();
        assertThat(header(mail, "List-Id")).isNull();
    }

    @Test
    void aMailLoadsNoRemoteContent() {
        assertThat(html(confirmation()) + html(alert(aPost()))).doesNotContain("src=", "@import", "url(");
    }

    static String[] difficultTitles() {
        return new String[] {
            "A plain title",
            "Ünïcödé, with commas; \"quotes\" & <angles>".replace("\"", ""),
            "日本語のタイトルで、とても長いものなので、符号化された単語がいくつも必要になる。日本語のタイトルで、とても長い",
            "🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊",
            "a long title ".repeat(15).strip(),
            "x".repeat(200),
            "=?UTF-8?B?QmNjOiBldmVAZXhhbXBsZS5vcmc=?=",
            ". a dot = an equals sign %s {0} ${x}",
        };
    }

    private MimeMessage alert(PublicPosts post) {
        return parse(composer.compose(message(post.build(), ada)));
    }

    private MimeMessage digest(DigestedPost... posts) {
        var schedule = new DigestSchedule(DayOfWeek.MONDAY, 7, null);
        var run = new DigestRun(
                AlertId.ofDigest("mon-07-site-20261130t0700"),
                schedule,
                THEN,
                THEN.plusSeconds(7),
                Stream.of(posts).map(DigestedPost::id).toList(),
                DigestRun.State.PLANNED,
                1,
                THEN);
        var id = new DeliveryId.OfDigest(run.id(), ada.id());
        return parse(composer.compose(new Message.OfDigest(id, ada, new Digest(run, List.of(posts)))));
    }

    private MimeMessage confirmation() {
        var id = new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt());
        return parse(composer.compose(new Message.OfConfirmation(id, pending)));
    }

    private static Message.OfAlert message(org.vedette.events.PublicPost post, Active to) {
        var alert = new Alert(AlertId.ofPost(post.id()), AlertedPost.of(post), THEN, new AlertState.Planning());
        return new Message.OfAlert(new DeliveryId.OfAlert(alert.id(), to.id()), to, alert);
    }

    private static MimeMessage parse(byte[] mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        } catch (MessagingException broken) {
            throw new AssertionError("not a mail", broken);
        }
    }
}
