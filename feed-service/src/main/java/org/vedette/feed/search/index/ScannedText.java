package org.vedette.feed.search.index;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.vedette.feed.search.index.scan.TextScanner;
import org.vedette.feed.search.index.scan.Token;

/** What the scanner reads, as Lucene wants it. */
final class ScannedText extends TokenStream {

    private final Iterator<Token> tokens;
    private final AtomicInteger position = new AtomicInteger(-1);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    ScannedText(String text) {
        this.tokens = new TextScanner(text);
    }

    @Override
    public boolean incrementToken() {
        if (!tokens.hasNext()) {
            return false;
        }
        var token = tokens.next();
        term.setEmpty().append(token.term());
        increment.setPositionIncrement(token.position() - position.getPlain());
        position.setPlain(token.position());
        return true;
    }
}
