/** Where in a text is what was sought, and the pieces of the text that show most of it. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.index.highlight;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
