package org.vedette.standalone;

import org.vedette.standalone.data.DataDirectory;
import org.vedette.standalone.settings.SuiteSettings;

/** The text printed after the start: where everything is, and what to do next. */
record Banner(Suite suite, SuiteSettings settings) {

    private static final String TEXT = """

              Site        %1$s/
              Mail        %2$s
              Sign in     %1$s/login as admin, with the first password in %3$s
              API token   in %4$s
              Data        %5$s
              Log         %6$s

              Write a post, then publish it by the "id" in the answer:

                curl -H "Authorization: Bearer $(cat %4$s)" -H 'Content-Type: application/json' \\
                  -d '{"title": "Hello", "body": "A first post.", "bylines": [{"name": "Ada Example"}]}' \\
                  %7$s/api/posts
                curl -H "Authorization: Bearer $(cat %4$s)" -X POST %7$s/api/posts/ID/publication

              Ctrl+C stops Vedette; what was published stays.
            """;

    String text() {
        return TEXT.formatted(
                suite.baseUrl(),
                mail(),
                DataDirectory.adminPassword(settings.data()),
                DataDirectory.editorToken(settings.data()),
                settings.data(),
                DataDirectory.log(settings.data()),
                settings.hasTls() ? suite.baseUrl() : suite.gateway());
    }

    private String mail() {
        return suite.mailPage()
                .map(page -> page + " (caught there, as long as " + SuiteSettings.SMTP_HOST + " is not set)")
                .orElseGet(() -> "sent by " + settings.shared().get(SuiteSettings.SMTP_HOST));
    }
}
