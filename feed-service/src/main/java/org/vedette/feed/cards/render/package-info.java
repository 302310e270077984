/** Draws cards. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.cards.render;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
