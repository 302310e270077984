/** What the newest event of every post left behind, and the order in time that every list is cut from. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.entries;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
