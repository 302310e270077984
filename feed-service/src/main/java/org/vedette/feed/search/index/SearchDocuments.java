package org.vedette.feed.search.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.vedette.events.Byline;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.index.analysis.IndicatorAnalyzer;

/** Maps posts to Lucene documents. */
final class SearchDocuments {

    static final String ID = "id";

    /** Everything that is searched, the body first. Only the body is stored, so that what is highlighted lies in it. */
    static final String ALL = "all";

    /** The title once more, so that it weighs more. */
    static final String TITLE = "title";

    /** The values around the body once more: standfirst, bylines, tags and series. */
    static final String LEAD = "lead";

    /** For every value of {@link #LEAD}, in the same order, the name of its {@link Hit.Field}; separated by commas. */
    static final String LEAD_FIELDS = "leadFields";

    static final String SERIES = "series";
    static final String TAG = "tag";
    static final String AUTHOR = "author";
    static final String PUBLISHED = "published";

    /** Of the body everything is searched, and so many characters are stored to be shown. */
    static final int MAX_SHOWN = 100_000;

    private static final String SEPARATOR = ",";
    private static final FieldType INDEXED = text(false);
    private static final FieldType INDEXED_AND_STORED = text(true);

    private SearchDocuments() {}

    static Term key(UUID id) {
        return new Term(ID, bytes(id));
    }

    static UUID id(BytesRef key) {
        var bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static List<Hit.Field> leadFields(BytesRef names) {
        return Arrays.stream(names.utf8ToString().split(SEPARATOR))
                .map(Hit.Field::valueOf)
                .toList();
    }

    static Document of(Entry entry) {
        var post = entry.post();
        var document = new Document();
        document.add(new StringField(ID, bytes(post.id()), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, bytes(post.id())));
        Indexing indexing = entry.language().isEnglish() ? Field::new : UnstemmedField::new;
        addBody(document, inOneLine(post.text()), indexing);
        addTitle(document, inOneLine(post.title()), indexing);
        addLead(document, post, indexing);
        addFilters(document, post);
        return document;
    }

    private static void addBody(Document document, String text, Indexing indexing) {
        var shown = text.length() <= MAX_SHOWN ? text : text.substring(0, endOfShown(text));
        document.add(indexing.field(ALL, text, INDEXED));
        document.add(new StoredField(ALL, shown));
    }

    /** Half a surrogate pair cannot be stored. */
    private static int endOfShown(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
    }

    private static void addTitle(Document document, String title, Indexing indexing) {
        document.add(indexing.field(ALL, title, INDEXED));
        document.add(indexing.field(TITLE, title, INDEXED_AND_STORED));
    }

    private static void addLead(Document document, PublicPost post, Indexing indexing) {
        var names = new ArrayList<String>();
        lead(post).forEach(each -> {
            document.add(indexing.field(ALL, each.value(), INDEXED));
            document.add(indexing.field(LEAD, each.value(), INDEXED_AND_STORED));
            names.add(each.field().name());
        });
        document.add(new BinaryDocValuesField(LEAD_FIELDS, new BytesRef(String.join(SEPARATOR, names))));
    }

    private static Stream<LeadValue> lead(PublicPost post) {
        var series = post.series();
        return Stream.of(
                        values(Hit.Field.STANDFIRST, Stream.ofNullable(post.standfirst())),
                        values(Hit.Field.BYLINE, post.bylines().stream().flatMap(SearchDocuments::credits)),
                        values(Hit.Field.TAG, post.tags().stream()),
                        values(Hit.Field.SERIES, Stream.ofNullable(series).map(Series::title)))
                .flatMap(Function.identity());
    }

    private static Stream<String> credits(Byline byline) {
        return Stream.concat(Stream.of(byline.name()), Stream.ofNullable(byline.affiliation()));
    }

    private static Stream<LeadValue> values(Hit.Field field, Stream<String> values) {
        return values.map(value -> new LeadValue(field, inOneLine(value)));
    }

    /** Creates the field of a text. */
    private interface Indexing {
        Field field(String name, String text, FieldType type);
    }

    /** A text that is not in English. */
    private static final class UnstemmedField extends Field {

        private static final Analyzer ANALYZER = IndicatorAnalyzer.forIndexingWithoutStems();

        private final String text;

        UnstemmedField(String name, String text, FieldType type) {
            super(name, text, type);
            this.text = text;
        }

        @Override
        public TokenStream tokenStream(Analyzer ofIndex, TokenStream reuse) {
            return ANALYZER.tokenStream(name(), text);
        }
    }

    private record LeadValue(Hit.Field field, String value) {}

    private static void addFilters(Document document, PublicPost post) {
        var published = post.publishedAt().toEpochMilli();
        document.add(new LongPoint(PUBLISHED, published));
        document.add(new NumericDocValuesField(PUBLISHED, published));
        var series = post.series();
        if (series != null) {
            document.add(new StringField(SERIES, series.slug(), Field.Store.NO));
        }
        post.tags().stream().distinct().forEach(tag -> document.add(new StringField(TAG, tag, Field.Store.NO)));
        Entry.authors(post.bylines()).forEach(author -> document.add(new StringField(AUTHOR, author, Field.Store.NO)));
    }

    /** White space is one space: what is highlighted is shown in one line. */
    private static String inOneLine(String text) {
        var line = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (!Character.isWhitespace(letter)) {
                line.append(letter);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }

    /** With offsets, so that highlighting reads them instead of analyzing the text again. */
    private static FieldType text(boolean stored) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setStored(stored);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    private static BytesRef bytes(UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(bytes.array());
    }
}
