package org.vedette.feed.cards;

/** Draws cards, which takes some tens of milliseconds of a processor. */
public interface CardPainter {

    /** The picture as PNG, in the size that {@link Card} says. */
    byte[] paint(Card card);
}
