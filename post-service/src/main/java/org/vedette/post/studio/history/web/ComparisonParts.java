package org.vedette.post.studio.history.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.revisions.Comparison;
import org.vedette.post.revisions.TextComparer;
import org.vedette.post.revisions.TextDiff;
import org.vedette.post.studio.history.web.ComparisonPart.FieldPart;
import org.vedette.post.studio.history.web.ComparisonPart.LinePart;
import org.vedette.post.studio.web.SiteCalendar;

/** Maps comparisons to what pages show of them. */
@Component
public final class ComparisonParts {

    private final TextComparer texts;
    private final SiteCalendar calendar;

    ComparisonParts(TextComparer texts, SiteCalendar calendar) {
        this.texts = texts;
        this.calendar = calendar;
    }

    public ComparisonPart of(Comparison comparison) {
        var fields = new ArrayList<FieldPart>();
        for (var change : comparison.fields()) {
            var before = Objects.requireNonNullElse(change.before(), "");
            var after = Objects.requireNonNullElse(change.after(), "");
            fields.add(part(name(change.field().json()), texts.compare(before, after)));
        }
        var body = comparison.body();
        if (body != null) {
            fields.add(part("Text", body));
        }
        return new ComparisonPart(line(comparison.before()), line(comparison.after()), fields);
    }

    /** Such as Revision 3, Ada Example, Jun 30, 2016, 12:00 CEST. */
    String line(RevisionInfo info) {
        var by = info.by();
        var at = info.at();
        return "Revision " + info.revision().value() + (by == null ? "" : ", " + by.name())
                + (at == null ? "" : ", " + calendar.minute(at));
    }

    /** Such as Publish at, for publishAt. */
    static String name(String json) {
        var words = json.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.equals("tlp") ? "TLP" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static FieldPart part(String name, TextDiff diff) {
        var remark = diff.isComplete() ? null : "So much differs that both texts are shown as a whole.";
        return new FieldPart(
                name, remark, diff.lines().stream().map(ComparisonParts::line).toList());
    }

    private static LinePart line(TextDiff.Line line) {
        var style = line.kind().name().toLowerCase(Locale.ROOT);
        if (line.kind() == TextDiff.Kind.SKIPPED) {
            var text = line.text().equals("1") ? "1 line is the same" : line.text() + " lines are the same";
            return new LinePart(style, List.of(new TextDiff.Segment(TextDiff.Kind.EQUAL, text)));
        }
        return new LinePart(
                style,
                line.segments().isEmpty()
                        ? List.of(new TextDiff.Segment(TextDiff.Kind.EQUAL, line.text()))
                        : line.segments());
    }
}
