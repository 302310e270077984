package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.vedette.embedded.FreePorts;

/** People and their accounts in a browser: by mouse at a desk, by keyboard alone on a phone's width, and at a provider. */
@EnabledIf(value = "org.vedette.acceptance.Chromium#isInstalled", disabledReason = Chromium.MISSING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountBrowserIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String LOGIN = "ada.in.a.browser@example.org";
    private static final String PASSWORD = "correct horse battery";
    private static final String MAIN = "main";

    private RunningSuite suite;
    private IdentityProvider provider;
    private int oidcPort;
    private BrowserWindow desk;
    private BrowserWindow phone;
    private TestTotp app;
    private List<String> recoveryCodes;

    @BeforeAll
    void open() {
        suite = RunningSuite.get();
        var ports = FreePorts.any(2);
        oidcPort = ports.get(0);
        provider = IdentityProvider.launch(ports.get(1), OidcGateway.address(oidcPort));
        desk = new BrowserWindow(Chromium.find().orElseThrow(), suite.site(), 1440, false);
        phone = new BrowserWindow(Chromium.find().orElseThrow(), suite.site(), 390, true);
    }

    @AfterAll
    void close() {
        Stream.of(desk, phone).forEach(BrowserWindow::close);
        provider.close();
    }

    @Test
    @Order(1)
    void theFirstAdminInvitesAPersonWhoChoosesAPasswordByTheLinkOfTheMail() {
        desk.open("/admin/people");
        usable(desk, "/login?next=/admin/people");
        signIn("admin", suite.adminPassword());
        usable(desk, "/admin/people");
        desk.click("[href='/admin/people/invitation']");
        usable(desk, "/admin/people/invitation");
        desk.type("#login", LOGIN);
        desk.type("#name", "Ada Example");
        desk.click("#editor");
        desk.click("#admin");
        desk.click("main form .button-primary");
        assertThat(desk.text(MAIN)).contains("A mail with a link is on its way");
        desk.click("[action='/logout'] button");

        var inbox = suite.inbox(LOGIN);
        await().atMost(TIMEOUT).until(() -> inbox.mails().size() == 1);
        var link = inbox.mails().get(0).linkTo("/login/password");
        desk.open(link.getPath() + "?" + link.getQuery());
        usable(desk, "/login/password?" + link.getQuery());
        desk.type("#new-password", PASSWORD);
        desk.type("#repeated-password", PASSWORD);
        desk.click("main form .button-primary");

        usable(desk, "/login?done=password");
        signIn(LOGIN, PASSWORD);
        usable(desk, "/account");
        assertThat(desk.text(MAIN)).contains("Ada Example", "author, editor, admin");
    }

    @Test
    @Order(2)
    void aSecondFactorIsSetUpAndAskedFor() {
        desk.click("[href='/account/second-factor']");
        usable(desk, "/account/second-factor");
        app = new TestTotp(desk.text("main ol code"));
        desk.type("#code", app.code(0));
        desk.type("#password", PASSWORD);
        desk.click("main form .button-primary");
        recoveryCodes = Arrays.asList(desk.text(".recovery-codes code").split(" "));
        assertThat(recoveryCodes).hasSizeGreaterThanOrEqualTo(8);
        usable(desk, "/account/second-factor");
        desk.click("main .button-primary");
        assertThat(desk.path()).isEqualTo("/account");
        desk.click("[action='/logout'] button");

        desk.open("/login");
        signIn(LOGIN, PASSWORD);
        usable(desk, "/login");
        desk.type("#code", app.code(1));
        desk.click("main form .button-primary");

        assertThat(desk.path()).isEqualTo("/account");
        assertThat(desk.text(MAIN)).contains("recovery codes left");
    }

    @Test
    @Order(3)
    void anApiTokenWorksUntilItIsRevoked() {
        desk.click("[href='/account/tokens']");
        desk.type("#name", "A script");
        desk.click("[value=write]");
        desk.click("main .form .button-primary");
        var script = new Editor(suite.site(), desk.text(".notice code"));
        assertThat(script.read("/api/posts").statusCode()).isEqualTo(200);
        assertThat(desk.text(MAIN)).contains("A script", "read, write");
        usable(desk, "/account/tokens");

        desk.click("[aria-label='Revoke the token A script']");

        await().atMost(Duration.ofSeconds(1))
                .until(() -> script.read("/api/posts").statusCode() == 401);
        assertThat(desk.text(MAIN)).contains("You have none.");
    }

    @Test
    @Order(4)
    void whatHappenedIsInTheAuditLog() {
        desk.open("/admin/audit?person=" + LOGIN);

        assertThat(desk.text(MAIN)).contains("signed in", "second factor added", "token created", "token revoked");
        usable(desk, "/admin/audit?person=" + LOGIN);
    }

    @Test
    @Order(5)
    void theSameWorksByKeyboardOnAPhonesWidth() {
        phone.open("/login?next=/account/tokens");
        usable(phone, "/login?next=/account/tokens");
        phone.press(LOGIN, Keys.TAB, PASSWORD, Keys.ENTER);
        await().atMost(TIMEOUT).until(() -> phone.text("h1").equals("Second factor"));
        phone.press(recoveryCodes.get(0), Keys.ENTER);
        await().atMost(TIMEOUT).until(() -> phone.path().equals("/account/tokens"));

        phone.tabTo("#name");
        phone.press("By keyboard");
        phone.tabTo("[value=publish]");
        phone.press(Keys.SPACE);
        phone.tabTo("main .form .button-primary");
        phone.press(Keys.ENTER);
        await().atMost(TIMEOUT).until(() -> phone.text(".notice").contains("shown only now"));
        var script = new Editor(suite.site(), phone.text(".notice code"));
        assertThat(script.read("/api/posts").statusCode()).isEqualTo(200);
        usable(phone, "/account/tokens");

        phone.tabTo("[aria-label='Revoke the token By keyboard']");
        phone.press(Keys.ENTER);
        await().atMost(Duration.ofSeconds(1))
                .until(() -> script.read("/api/posts").statusCode() == 401);
    }

    @Test
    @Order(6)
    void everyPageFitsAPhonesWidthAndIsLegibleByNight() {
        for (var page : List.of(
                "/account", "/account/second-factor", "/admin/people/invitation", "/admin/audit", "/login/forgotten")) {
            phone.open(page);
            usable(phone, page);
        }
        phone.open("/admin/people");
        usable(phone, "/admin/people");
        phone.tabTo("tbody tr:nth-child(2) a");
        phone.press(Keys.ENTER);
        await().atMost(TIMEOUT).until(() -> phone.path().startsWith("/admin/people/"));
        usable(phone, phone.path());
    }

    @Test
    @Order(7)
    void aPersonOfAProviderSignsInThereAndOut() {
        try (var gateway = OidcGateway.start(suite, oidcPort, provider);
                var window = new BrowserWindow(Chromium.find().orElseThrow(), gateway.site(), 390, false)) {
            provider.awaitStart();
            window.open("/studio");
            await().atMost(TIMEOUT).until(() -> window.address().getPort() != oidcPort);
            window.type("[name=username]", IdentityProvider.LOGIN);
            window.type("[name=password]", IdentityProvider.PASSWORD);
            window.click("button");

            await().atMost(TIMEOUT).until(() -> window.path().equals("/studio"));
            window.open("/account");
            usable(window, "/account");
            assertThat(window.text(MAIN))
                    .contains("Grace Example", "Roles: editor")
                    .doesNotContain("password");

            window.click("[action='/logout'] button");
            await().atMost(TIMEOUT)
                    .until(() -> window.path().equals("/") && window.address().getPort() == oidcPort);
            window.open("/account");
            await().atMost(TIMEOUT).until(() -> window.address().getPort() != oidcPort);
        }
    }

    private void signIn(String login, String password) {
        desk.type("#login", login);
        desk.type("#password", password);
        desk.click("form[action='/login'] button");
    }

    /** The page is the expected one, has what it needs from here, fits, and keeps nobody out. */
    private static void usable(BrowserWindow window, String path) {
        await().atMost(TIMEOUT).until(() -> window.path().equals(path));
        assertThat(window.accessibilityViolations()).as(path).isEmpty();
        assertThat(window.excessWidth()).as(path).isZero();
        assertThat(window.foreignResources()).as(path).isEmpty();
        assertThat(window.consoleErrors()).as(path).isEmpty();
        window.keepPictures(window.text("h1").toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-"
                + window.evaluate("innerWidth"));
    }
}
