/** What clauses ask for in the terms that posts have: prefixes are written out, and slips of the pen forgiven. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.index.sought;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
