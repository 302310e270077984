package org.vedette.feed.search.index;

import static org.vedette.feed.search.index.SearchDocuments.ALL;
import static org.vedette.feed.search.index.SearchDocuments.LEAD;
import static org.vedette.feed.search.index.SearchDocuments.PUBLISHED;
import static org.vedette.feed.search.index.SearchDocuments.TITLE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanMultiTermQueryWrapper;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.Clause;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.index.AnalyzedClause.PositionedTerm;

/** Builds Lucene queries: every clause must match in one field, and scores in title and lead once more. */
final class QueryFactory {

    /** A word of the title outweighs any number of them in the body; the lead, which weighs once more, does not. */
    private static final float TITLE_BOOST = 3f;

    /** More than any text scores, so that no inexact match comes before an exact one. */
    private static final float EXACT_BOOST = 1_000f;

    private static final float OTHER_CORRECTION_BOOST = 0.7f;
    private static final int MAX_TERMS_OF_PREFIX_IN_PHRASE = 200;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final SearchQuery query;
    private final List<AnalyzedClause> clauses;

    /** @param clauses those of the query that have a term */
    QueryFactory(SearchQuery query, List<AnalyzedClause> clauses) {
        this.query = query;
        this.clauses = clauses;
    }

    /** Returns the query for the words as they are typed. */
    Query exact() {
        return filtered(matching(QueryFactory::exact)).build();
    }

    /** Returns the query that also finds longer words beginning with those typed; exact matches come first. */
    Query withLongerWords() {
        return filtered(matching(QueryFactory::longer))
                .add(
                        new BoostQuery(
                                new ConstantScoreQuery(
                                        matching(QueryFactory::exact).build()),
                                EXACT_BOOST),
                        Occur.SHOULD)
                .build();
    }

    /** Returns the query with words replaced. */
    Query corrected(Map<AnalyzedClause, List<String>> replacements) {
        return filtered(matching((field, clause) -> {
                    var words = replacements.get(clause);
                    return words == null ? longer(field, clause) : anyOf(field, words);
                }))
                .build();
    }

    private BooleanQuery.Builder matching(BiFunction<String, AnalyzedClause, Query> each) {
        var all = new BooleanQuery.Builder();
        for (var clause : clauses) {
            all.add(each.apply(ALL, clause), clause.isExcluded() ? Occur.MUST_NOT : Occur.MUST);
            if (!clause.isExcluded()) {
                all.add(new BoostQuery(each.apply(TITLE, clause), TITLE_BOOST), Occur.SHOULD);
                all.add(each.apply(LEAD, clause), Occur.SHOULD);
            }
        }
        if (clauses.stream().allMatch(AnalyzedClause::isExcluded)) {
            all.add(everything(), Occur.MUST);
        }
        return all;
    }

    /** Text without a letter or a digit in it finds nothing. */
    private Query everything() {
        return query.text().isBlank() || !clauses.isEmpty() ? new MatchAllDocsQuery() : new MatchNoDocsQuery();
    }

    private static Query exact(String field, AnalyzedClause clause) {
        if (clause.isPrefix()) {
            return clause.isPhrase() ? phraseWithPrefix(field, clause) : prefix(field, clause);
        }
        if (!clause.isPhrase()) {
            return term(field, clause);
        }
        var phrase = new MultiPhraseQuery.Builder();
        clause.terms().forEach(term -> phrase.add(forms(field, term), term.position()));
        return phrase.build();
    }

    private static Query longer(String field, AnalyzedClause clause) {
        return clause.expandableWord()
                .filter(word -> word.length() >= Clause.SHORTEST_PREFIX)
                .map(word -> either(exact(field, clause), beginningWith(field, word)))
                .orElseGet(() -> exact(field, clause));
    }

    private static Query term(String field, AnalyzedClause clause) {
        var any = new SynonymQuery.Builder(field);
        for (var form : forms(field, clause.terms().get(0))) {
            any.addTerm(form);
        }
        return any.build();
    }

    private static Term[] forms(String field, PositionedTerm term) {
        return term.forms().stream().map(form -> new Term(field, form)).toArray(Term[]::new);
    }

    /** The plural of a word has its stem in the index, which need not begin with the whole prefix. */
    private static Query prefix(String field, AnalyzedClause clause) {
        return either(beginningWith(field, clause.prefix()), new ConstantScoreQuery(term(field, clause)));
    }

    private static Query beginningWith(String field, String prefix) {
        return new ConstantScoreQuery(new PrefixQuery(new Term(field, prefix)));
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static Query phraseWithPrefix(String field, AnalyzedClause clause) {
        var terms = clause.terms();
        var phrase = SpanNearQuery.newOrderedNearQuery(field);
        for (var at = 0; at < terms.size() - 1; at++) {
            phrase.addClause(new SpanOrQuery(Arrays.stream(forms(field, terms.get(at)))
                    .map(SpanTermQuery::new)
                    .toArray(SpanQuery[]::new)));
            var gap = terms.get(at + 1).position() - terms.get(at).position() - 1;
            if (gap > 0) {
                phrase.addGap(gap);
            }
        }
        var last = new SpanMultiTermQueryWrapper<>(new PrefixQuery(new Term(field, clause.prefix())));
        last.setRewriteMethod(
                new SpanMultiTermQueryWrapper.TopTermsSpanBooleanQueryRewrite(MAX_TERMS_OF_PREFIX_IN_PHRASE));
        return phrase.addClause(last).build();
    }

    private static Query anyOf(String field, List<String> words) {
        var any = new SynonymQuery.Builder(field);
        for (var word : words) {
            any.addTerm(new Term(field, word), word.equals(words.get(0)) ? 1 : OTHER_CORRECTION_BOOST);
        }
        return any.build();
    }

    private BooleanQuery.Builder filtered(BooleanQuery.Builder all) {
        filter(all, SearchDocuments.SERIES, query.series());
        filter(all, SearchDocuments.TAG, query.tag());
        filter(all, SearchDocuments.AUTHOR, query.author());
        var from = query.from();
        var to = query.to();
        if (from != null || to != null) {
            var first = from == null ? Long.MIN_VALUE : ceilingMillis(from);
            var last = to == null ? Long.MAX_VALUE : ceilingMillis(to) - 1;
            all.add(publishedBetween(first, last), Occur.FILTER);
        }
        return all;
    }

    private static void filter(BooleanQuery.Builder all, String field, @Nullable String wanted) {
        if (wanted != null) {
            all.add(new TermQuery(new Term(field, wanted)), Occur.FILTER);
        }
    }

    private static Query publishedBetween(long first, long last) {
        return new IndexOrDocValuesQuery(
                LongPoint.newRangeQuery(PUBLISHED, first, last),
                NumericDocValuesField.newSlowRangeQuery(PUBLISHED, first, last));
    }

    /** Posts have milliseconds: a time between two of them rounds up, and one beyond all of them to the last. */
    private static long ceilingMillis(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return (instant.isBefore(EARLIEST) ? EARLIEST : LATEST).toEpochMilli();
        }
        var floor = instant.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
    }
}
