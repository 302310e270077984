package org.vedette.feed.search.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.vedette.feed.entries.Entry;
import org.vedette.feed.search.index.scan.TextScanner;

/** Writes an entry as the index keeps it. */
final class EntryFields {

    /** All of the body is searched; what comes after this is not shown as the place where something was found. */
    static final int MOST_SHOWN = 100_000;

    private static final FieldType WORDS = words();

    private EntryFields() {}

    static Term key(UUID id) {
        return new Term(IndexFields.ID, bytes(id));
    }

    static UUID id(BytesRef key) {
        var bytes = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static Document write(PublicPost post) {
        var document = new Document();
        var lead = lead(post);
        document.add(new StringField(IndexFields.ID, bytes(post.id()), Field.Store.YES));
        document.add(
                words(IndexFields.ALL, String.join(String.valueOf(TextScanner.PART), post.title(), lead, post.text())));
        document.add(words(IndexFields.TITLE, post.title()));
        document.add(words(IndexFields.LEAD, lead));
        document.add(new StoredField(IndexFields.TITLE, post.title()));
        document.add(new StoredField(IndexFields.TEXT, shown(post.text())));
        document.add(new LongPoint(IndexFields.PUBLISHED, post.publishedAt().toEpochMilli()));
        document.add(new NumericDocValuesField(
                IndexFields.PUBLISHED, post.publishedAt().toEpochMilli()));
        addFilters(document, post);
        return document;
    }

    private static void addFilters(Document document, PublicPost post) {
        var series = post.series();
        if (series != null) {
            document.add(new StringField(IndexFields.SERIES, series.slug(), Field.Store.NO));
        }
        post.tags().stream()
                .distinct()
                .forEach(tag -> document.add(new StringField(IndexFields.TAG, tag, Field.Store.NO)));
        Entry.authors(post.bylines())
                .forEach(author -> document.add(new StringField(IndexFields.AUTHOR, author, Field.Store.NO)));
    }

    private static String lead(PublicPost post) {
        var pieces = new ArrayList<String>();
        if (post.standfirst() != null) {
            pieces.add(post.standfirst());
        }
        post.bylines().forEach(byline -> pieces.addAll(credits(byline)));
        pieces.addAll(post.tags());
        if (post.series() != null) {
            pieces.add(post.series().title());
        }
        return String.join(String.valueOf(TextScanner.PART), pieces);
    }

    private static List<String> credits(Byline byline) {
        var affiliation = byline.affiliation();
        return affiliation == null ? List.of(byline.name()) : List.of(byline.name(), affiliation);
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN / 2));
    }

    private static Field words(String name, String text) {
        return new Field(name, new ScannedText(text), WORDS);
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    private static BytesRef bytes(UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(bytes.array());
    }
}
