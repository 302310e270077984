package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vedette.acceptance.OtlpReceiver.Span;

/** One publication is one trace, from the editor's request to the reply of the mail server. The trace is in docs/tracing.md. */
class TracingIT {

    private static final String TRACE = "5d0f0c3e8a1b4c6d9e2f7a8b9c0d1e2f";
    private static final String CLIENT_SPAN = "00f067aa0ba902b7";
    private static final Path DOCUMENT = Path.of("../docs/tracing.md");
    private static final Path MADE = Path.of("target/trace.txt");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Http HTTP = new Http();

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void aPublicationIsOneTraceFromTheRequestToTheReplyOfTheMailServer() throws IOException {
        suite.subscribed("traced@example.com");
        var editor = suite.editor();
        var post = editor.drafts(Manuscript.titled("A traced post"));
        suite.traces().keep(TRACE);

        Editor.expect(
                200,
                HTTP.post(
                        suite.site().resolve("/api/posts/" + post + "/publication"),
                        "application/json",
                        "",
                        "Authorization",
                        "Bearer " + editor.token(),
                        "traceparent",
                        "00-" + TRACE + "-" + CLIENT_SPAN + "-01"));

        await().atMost(TIMEOUT).until(() -> named("send mail") && named("show change"));
        var tree = tree();
        Files.writeString(MADE, tree);
        assertThat(withoutTimes(documented()))
                .as("the trace in docs/tracing.md; target/trace.txt has that of this run, to be copied there")
                .isEqualTo(withoutTimes(tree));
    }

    /** Spans are sent in batches; one that ends after the others may come later. */
    private boolean named(String name) {
        var spans = suite.traces().of(TRACE);
        var ids = spans.stream().map(Span::id).collect(Collectors.toSet());
        return spans.stream().anyMatch(span -> span.name().equals(name))
                && spans.stream()
                        .allMatch(span ->
                                ids.contains(span.parent()) || span.parent().equals(CLIENT_SPAN));
    }

    private String tree() {
        var text = new StringBuilder();
        append(CLIENT_SPAN, 0, text);
        return text.toString();
    }

    /** Other tests have subscribers of their own, whose mails are of the same kind. */
    private void append(String parent, int depth, StringBuilder text) {
        var children = suite.traces().of(TRACE).stream()
                .filter(span -> span.parent().equals(parent))
                .sorted(Comparator.comparing(TracingIT::label).thenComparing(Span::start))
                .toList();
        for (var i = 0; i < children.size(); i++) {
            var span = children.get(i);
            if (i == 0 || !label(span).equals(label(children.get(i - 1)))) {
                text.append("  ".repeat(depth))
                        .append(label(span))
                        .append("  ")
                        .append(span.millis())
                        .append(" ms\n");
                append(span.id(), depth + 1, text);
            }
        }
    }

    private static String label(Span span) {
        var reply = span.tags().get("reply");
        return span.service() + ": " + span.name() + (reply == null ? "" : " (" + reply + ")");
    }

    private static List<String> withoutTimes(String tree) {
        return tree.lines().map(line -> line.replaceAll("  \\d+ ms$", "")).toList();
    }

    private static String documented() throws IOException {
        var text = Files.readString(DOCUMENT);
        var begin = text.indexOf("```trace\n") + "```trace\n".length();
        return text.substring(begin, text.indexOf("```", begin));
    }
}
