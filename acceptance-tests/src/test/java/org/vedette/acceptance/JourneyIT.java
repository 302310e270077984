package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The way of a post, walked from outside: editor, front page, feed reader, inbox, and out again. */
class JourneyIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String ACTIVE_CONTENT =
            "script:not([src=/assets/vedette.js], [type=application/ld+json]), iframe, object, embed, [^on], [href^=javascript:], [src^=javascript:], [href^=data:]";

    private final RunningSuite suite = RunningSuite.get();
    private final Editor editor = suite.editor();
    private final Reader reader = suite.reader();

    @Test
    void aPostReachesTheFrontPageTheFeedReaderAndTheInboxUntilTheSubscriberLeaves() {
        var visitor = suite.visitor("journey@example.com");
        var inbox = suite.inbox("journey@example.com");

        visitor.subscribes(inbox);
        var post = editor.publishes(Manuscript.titled("The way of a post"));
        itIsOnTheFrontPage(post);
        itHasAPageWithDateAndByline(post);
        theFeedReaderFindsIt(post);
        theSubscriberIsAlertedOnce(post, inbox);
        theSubscriberLeavesByOneClick(visitor, inbox.about(post.title()).get(0));
        theNextPostBringsNoMail(inbox);
    }

    @Test
    void theNeighboursInTimeStandUnderAPost() {
        editor.publishes(dated("An older neighbour", "2016-06-28T09:00:00Z"));
        var post = editor.publishes(dated("The post between them", "2016-06-30T09:00:00Z"));
        editor.publishes(dated("A newer neighbour", "2016-07-05T09:00:00Z"));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(reader.opens(post.path()).body())
                        .contains(
                                "Posted June 30, 2016", "Additional Posts", "An older neighbour", "A newer neighbour"));
    }

    @Test
    void aRevisionShowsOnThePageAndAlertsNobody() {
        var inbox = suite.subscribed("revision@example.com");
        var post = editor.publishes(Manuscript.titled("Before the revision"));
        await().atMost(TIMEOUT).until(() -> inbox.about("Before the revision").size() == 1);

        var revised = Manuscript.titled("After the revision").with("correction", "The first title was wrong.");
        Editor.expect(200, editor.revise(post.id(), post.etag(), revised.json()));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(reader.opens(post.path()).body())
                        .contains("After the revision", "The first title was wrong."));
        theNextPostBringsNoMailAbout(inbox, "After the revision");
    }

    @Test
    void anEventThatComesTwiceChangesNothingAndMailsNobodyAgain() {
        var inbox = suite.subscribed("twice@example.com");
        var post = editor.publishes(Manuscript.titled("An event that comes twice"));
        await().atMost(TIMEOUT).until(() -> inbox.about(post.title()).size() == 1);

        suite.topic().repeatEventsOf(post.id());

        theNextPostBringsNoMailAbout(inbox, "nothing at all");
        assertThat(inbox.about(post.title())).hasSize(1);
        assertThat(reader.readsTheFeed().stream()
                        .filter(entry -> entry.getTitle().equals(post.title())))
                .hasSize(1);
    }

    @Test
    void anUnreadableRecordIsDeadLetteredAndTheNextPostFlows() {
        var inbox = suite.subscribed("poison@example.com");
        var poisoned = suite.topic().poisonEveryPartition();

        suite.topic().expectDeadLettersOf(poisoned);

        var post = editor.publishes(Manuscript.titled("After the poison"));
        await().atMost(TIMEOUT).until(() -> reader.seesOnTheFrontPage(post.title()));
        await().atMost(TIMEOUT).until(() -> inbox.about(post.title()).size() == 1);
    }

    @Test
    void scriptInAPostIsHarmlessOnPageFeedAndMail() {
        var inbox = suite.subscribed("script@example.com");
        var hostile = Manuscript.titled("A <script>alert('title')</script> in the title")
                .with("standfirst", "<img src=x onerror=alert(1)> in the standfirst")
                .with(
                        "body",
                        "<script>alert('body')</script>\n\n<img src=x onerror=alert(2)>\n\n[press](javascript:alert(3)) ]]> end");

        var post = editor.publishes(hostile);
        await().atMost(TIMEOUT).until(() -> inbox.about("in the title").size() == 1);
        await().atMost(TIMEOUT).until(() -> reader.opens(post.path()).statusCode() == 200);

        var entry = reader.readsTheFeed().stream()
                .filter(candidate -> candidate.getUri().contains(post.id()))
                .findFirst()
                .orElseThrow();
        var mail = inbox.about("in the title").get(0);
        assertThat(List.of(
                        reader.opens(post.path()).body(),
                        entry.getContents().get(0).getValue(),
                        mail.html()))
                .allSatisfy(html ->
                        assertThat(Jsoup.parse(html).select(ACTIVE_CONTENT)).isEmpty());
    }

    @Test
    void theLinkInAConfirmationMailWorksOnce() {
        var visitor = suite.visitor("once@example.com");
        var inbox = suite.inbox("once@example.com");
        Editor.expect(200, visitor.asksForMail());
        await().atMost(TIMEOUT).until(() -> inbox.mails().size() == 1);
        var link = inbox.mails().get(0).linkTo("/subscriptions/confirm");

        var looked = visitor.looksAt(link);
        var pressed = visitor.presses(link);
        var pressedAgain = visitor.presses(link);

        assertThat(List.of(looked.statusCode(), pressed.statusCode(), pressedAgain.statusCode()))
                .containsExactly(200, 200, 410);
    }

    @Test
    void anAddressThatIsNoneIsRefusedOnThePage() {
        var answer = suite.visitor("not an address").asksForMail();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not an address");
    }

    private void itIsOnTheFrontPage(Editor.Published post) {
        await().atMost(TIMEOUT).until(() -> reader.seesOnTheFrontPage(post.title()));
    }

    private void itHasAPageWithDateAndByline(Editor.Published post) {
        assertThat(Jsoup.parse(reader.opens(post.path()).body()).text())
                .contains(post.title(), "Posted ", "By: Ada Example, Example Labs");
    }

    private void theFeedReaderFindsIt(Editor.Published post) {
        assertThat(reader.readsTheFeed())
                .anySatisfy(entry -> assertThat(entry.getLink()).isEqualTo(post.permalink()));
    }

    private static void theSubscriberIsAlertedOnce(Editor.Published post, Inbox inbox) {
        await().atMost(TIMEOUT).until(() -> inbox.about(post.title()).size() == 1);
        assertThat(inbox.about(post.title()).get(0).text()).contains(post.permalink());
    }

    private static void theSubscriberLeavesByOneClick(Visitor visitor, Inbox.Mail alert) {
        assertThat(alert.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        Editor.expect(200, visitor.looksAt(alert.oneClickLink()));
        Editor.expect(200, visitor.leavesByOneClick(alert.oneClickLink()));
        Editor.expect(200, visitor.leavesByOneClick(alert.oneClickLink()));
    }

    private void theNextPostBringsNoMail(Inbox left) {
        theNextPostBringsNoMailAbout(left, "The post after leaving");
    }

    /** Publishes one more post and waits for it to reach somebody else, so that what is not there now will not come. */
    private void theNextPostBringsNoMailAbout(Inbox inbox, String unwanted) {
        var witness = suite.subscribed("witness-" + System.nanoTime() + "@example.com");
        var post = editor.publishes(Manuscript.titled(unwanted + " (a post later)"));
        await().atMost(TIMEOUT).until(() -> witness.about(post.title()).size() == 1);
        assertThat(inbox.mails()).noneMatch(mail -> mail.subject().endsWith(unwanted));
    }

    private static Manuscript dated(String title, String publishAt) {
        return Manuscript.titled(title)
                .with("publishAt", publishAt)
                .with("bylines", List.of(Map.of("name", "Grace Sample", "affiliation", "Example Labs")));
    }
}
