/** The cards over HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.cards.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
