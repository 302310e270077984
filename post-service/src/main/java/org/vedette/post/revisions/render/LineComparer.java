package org.vedette.post.revisions.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vedette.post.revisions.TextComparer;
import org.vedette.post.revisions.TextDiff;
import org.vedette.post.revisions.TextDiff.Kind;
import org.vedette.post.revisions.TextDiff.Line;
import org.vedette.post.revisions.TextDiff.Segment;

/** Compares by Myers' algorithm, whose effort grows with the square of the differences, so that their number is limited. */
@Component
final class LineComparer implements TextComparer {

    /** Lines that differ, between the first and the last difference. */
    private static final int MAX_LINES = 2_000;

    /** Longer lines are not compared by words. */
    private static final int MAX_LINE = 2_048;

    private static final int CONTEXT = 3;

    /** Words and what is between them. */
    private static final String BETWEEN_WORDS = "(?<=[^\\p{L}\\p{N}])|(?=[^\\p{L}\\p{N}])";

    @Override
    public TextDiff compare(String before, String after) {
        var old = before.lines().toList();
        var young = after.lines().toList();
        var prefix = commonPrefix(old, young);
        var suffix = commonSuffix(old.subList(prefix, old.size()), young.subList(prefix, young.size()));
        var deleted = old.subList(prefix, old.size() - suffix);
        var inserted = young.subList(prefix, young.size() - suffix);
        var isComplete = Math.max(deleted.size(), inserted.size()) <= MAX_LINES;
        var lines = new ArrayList<Line>();
        old.subList(0, prefix).forEach(line -> lines.add(new Line(Kind.EQUAL, line)));
        if (isComplete) {
            addDifferences(deleted, inserted, lines);
        } else {
            addAll(deleted, inserted, lines);
        }
        old.subList(old.size() - suffix, old.size()).forEach(line -> lines.add(new Line(Kind.EQUAL, line)));
        return new TextDiff(withoutDistant(lines), isComplete);
    }

    private static int commonPrefix(List<String> one, List<String> other) {
        var length = 0;
        var max = Math.min(one.size(), other.size());
        while (length < max && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private static int commonSuffix(List<String> one, List<String> other) {
        var length = 0;
        var max = Math.min(one.size(), other.size());
        while (length < max && one.get(one.size() - 1 - length).equals(other.get(other.size() - 1 - length))) {
            length++;
        }
        return length;
    }

    private static void addDifferences(List<String> old, List<String> young, List<Line> lines) {
        var next = 0;
        for (var delta : DiffUtils.diff(old, young).getDeltas()) {
            var position = delta.getSource().getPosition();
            old.subList(next, position).forEach(line -> lines.add(new Line(Kind.EQUAL, line)));
            add(delta, lines);
            next = position + delta.getSource().size();
        }
        old.subList(next, old.size()).forEach(line -> lines.add(new Line(Kind.EQUAL, line)));
    }

    private static void add(AbstractDelta<String> delta, List<Line> lines) {
        var deleted = delta.getSource().getLines();
        var inserted = delta.getTarget().getLines();
        if (delta.getType() != DeltaType.CHANGE || deleted.size() != inserted.size()) {
            addAll(deleted, inserted, lines);
            return;
        }
        for (var i = 0; i < deleted.size(); i++) {
            addPair(deleted.get(i), inserted.get(i), lines);
        }
    }

    private static void addAll(List<String> deleted, List<String> inserted, List<Line> lines) {
        deleted.forEach(line -> lines.add(new Line(Kind.DELETED, line)));
        inserted.forEach(line -> lines.add(new Line(Kind.INSERTED, line)));
    }

    private static void addPair(String deleted, String inserted, List<Line> lines) {
        if (deleted.length() > MAX_LINE || inserted.length() > MAX_LINE) {
            addAll(List.of(deleted), List.of(inserted), lines);
            return;
        }
        var old = List.of(deleted.split(BETWEEN_WORDS));
        var young = List.of(inserted.split(BETWEEN_WORDS));
        var before = new ArrayList<Segment>();
        var after = new ArrayList<Segment>();
        var next = 0;
        for (var delta : DiffUtils.diff(old, young).getDeltas()) {
            var position = delta.getSource().getPosition();
            addEqual(old.subList(next, position), before, after);
            addSegment(Kind.DELETED, delta.getSource().getLines(), before);
            addSegment(Kind.INSERTED, delta.getTarget().getLines(), after);
            next = position + delta.getSource().size();
        }
        addEqual(old.subList(next, old.size()), before, after);
        lines.add(new Line(Kind.DELETED, deleted, before));
        lines.add(new Line(Kind.INSERTED, inserted, after));
    }

    private static void addEqual(List<String> words, List<Segment> before, List<Segment> after) {
        addSegment(Kind.EQUAL, words, before);
        addSegment(Kind.EQUAL, words, after);
    }

    private static void addSegment(Kind kind, List<String> words, List<Segment> segments) {
        if (!words.isEmpty()) {
            segments.add(new Segment(kind, String.join("", words)));
        }
    }

    /** Keeps of the equal lines those that are near a difference. */
    private static List<Line> withoutDistant(List<Line> lines) {
        var near = new boolean[lines.size()];
        for (var i = 0; i < near.length; i++) {
            if (lines.get(i).kind() != Kind.EQUAL) {
                var last = Math.min(near.length - 1, i + CONTEXT);
                for (var j = Math.max(0, i - CONTEXT); j <= last; j++) {
                    near[j] = true;
                }
            }
        }
        var kept = new ArrayList<Line>();
        var skipped = 0;
        for (var i = 0; i < near.length; i++) {
            if (near[i]) {
                addSkipped(skipped, kept);
                skipped = 0;
                kept.add(lines.get(i));
            } else {
                skipped++;
            }
        }
        addSkipped(skipped, kept);
        return kept;
    }

    private static void addSkipped(int skipped, List<Line> kept) {
        if (skipped > 0) {
            kept.add(new Line(Kind.SKIPPED, String.valueOf(skipped)));
        }
    }
}
