/** What crawlers are told: which addresses there are, when they changed, and where not to go. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.crawlers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
