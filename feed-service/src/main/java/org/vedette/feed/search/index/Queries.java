package org.vedette.feed.search.index;

import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.Clause;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.index.sought.Sought;

/** What is sought, as Lucene looks for it: everything in one field, and the title and the lead once more for the order. */
final class Queries {

    /** A word of the title outweighs any number of them in the body; the lead, which weighs once more, does not. */
    private static final float TITLE = 3f;

    /** Of what was not quite asked for. */
    private static final float OTHER_TERM = 0.7f;

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Queries() {}

    static Query of(SearchQuery query, List<Sought> sought) {
        var all = new BooleanQuery.Builder();
        for (var each : sought) {
            all.add(in(IndexFields.ALL, each), each.isExcluded() ? Occur.MUST_NOT : Occur.MUST);
            if (!each.isExcluded()) {
                all.add(new BoostQuery(in(IndexFields.TITLE, each), TITLE), Occur.SHOULD);
                all.add(in(IndexFields.LEAD, each), Occur.SHOULD);
            }
        }
        if (sought.stream().allMatch(Sought::isExcluded)) {
            all.add(everything(query, sought), Occur.MUST);
        }
        filter(all, IndexFields.SERIES, query.series());
        filter(all, IndexFields.TAG, query.tag());
        filter(all, IndexFields.AUTHOR, query.author());
        between(all, query.from(), query.to());
        return all.build();
    }

    /** Text without a letter or a digit in it finds nothing. */
    private static Query everything(SearchQuery query, List<Sought> excluded) {
        return query.text().isBlank() || !excluded.isEmpty() ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
    }

    private static Query in(String field, Sought sought) {
        var slots = sought.slots();
        if (slots.size() == 1) {
            var terms = slots.get(0).terms();
            return sought.clause().kind() == Clause.Kind.PREFIX ? oneOf(field, terms) : anyOf(field, terms);
        }
        return slots.stream().allMatch(slot -> slot.terms().size() == 1)
                ? phrase(field, slots)
                : openPhrase(field, slots);
    }

    private static Query anyOf(String field, List<String> terms) {
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.get(0)));
        }
        var any = new SynonymQuery.Builder(field);
        for (var term : terms) {
            any.addTerm(new Term(field, term), term.equals(terms.get(0)) ? 1 : OTHER_TERM);
        }
        return any.build();
    }

    /** All count the same: to weigh dozens of words against each other would take long and say little. */
    private static Query oneOf(String field, List<String> terms) {
        var one = new BooleanQuery.Builder();
        terms.forEach(term -> one.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return new ConstantScoreQuery(one.build());
    }

    private static Query phrase(String field, List<Sought.Slot> slots) {
        var phrase = new PhraseQuery.Builder();
        slots.forEach(slot -> phrase.add(new Term(field, slot.terms().get(0)), slot.position()));
        return phrase.build();
    }

    private static Query openPhrase(String field, List<Sought.Slot> slots) {
        var phrase = new MultiPhraseQuery.Builder();
        slots.forEach(slot -> phrase.add(
                slot.terms().stream().map(term -> new Term(field, term)).toArray(Term[]::new), slot.position()));
        return phrase.build();
    }

    private static void filter(BooleanQuery.Builder all, String field, @Nullable String wanted) {
        if (wanted != null) {
            all.add(new TermQuery(new Term(field, wanted)), Occur.FILTER);
        }
    }

    private static void between(BooleanQuery.Builder all, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            var first = from == null ? Long.MIN_VALUE : ceilingMillis(from);
            var last = to == null ? Long.MAX_VALUE : ceilingMillis(to) - 1;
            all.add(
                    new IndexOrDocValuesQuery(
                            LongPoint.newRangeQuery(IndexFields.PUBLISHED, first, last),
                            NumericDocValuesField.newSlowRangeQuery(IndexFields.PUBLISHED, first, last)),
                    Occur.FILTER);
        }
    }

    /** Posts know milliseconds; a time between two of them begins at the later, and one beyond all of them at the last. */
    private static long ceilingMillis(Instant instant) {
        var beyond = instant.isBefore(EARLIEST) ? EARLIEST : LATEST;
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return beyond.toEpochMilli();
        }
        var floor = instant.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
    }
}
