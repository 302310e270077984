package org.vedette.feed.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.cards.Card;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.cards.Cards.CardLink;
import org.vedette.pages.PageHead.MetaProperty;

/**
 * The picture that is shown with links to a page.
 *
 * @param url absolute address
 * @param alternativeText what it shows; null when nobody said so
 */
record SharingPicture(
        String url,
        String mediaType,
        int width,
        int height,
        @Nullable String alternativeText) {

    /** The one that the editor of a post chose, or else its card. */
    static SharingPicture of(PublicPost post, Cards cards, Blog blog) {
        var image = post.page().image();
        return image == null
                ? of(cards.linkOfPost(post.id(), post.title(), post.series()))
                : new SharingPicture(
                        blog.address(image.address()),
                        image.mediaType(),
                        image.width(),
                        image.height(),
                        image.alternativeText());
    }

    static SharingPicture of(CardLink card) {
        return new SharingPicture(card.url(), Card.MEDIA_TYPE, Card.WIDTH, Card.HEIGHT, card.alternativeText());
    }

    List<MetaProperty> properties() {
        var properties = new ArrayList<MetaProperty>();
        properties.add(new MetaProperty("og:image", url));
        properties.add(new MetaProperty("og:image:type", mediaType));
        properties.add(new MetaProperty("og:image:width", String.valueOf(width)));
        properties.add(new MetaProperty("og:image:height", String.valueOf(height)));
        if (alternativeText != null) {
            properties.add(new MetaProperty("og:image:alt", alternativeText));
        }
        return properties;
    }
}
