package org.vedette.feed.cards.render;

import org.springframework.stereotype.Component;
import org.vedette.feed.cards.Card;
import org.vedette.feed.cards.CardPainter;

/**
 * Draws cards with Java 2D, text as outlines. Nothing of it is loaded before the first card: on a machine without the
 * libraries of Java 2D the service starts, and only its cards are missing.
 */
@Component
class OutlineCardPainter implements CardPainter {

    @Override
    public byte[] paint(Card card) {
        return CardDrawing.png(card);
    }
}
