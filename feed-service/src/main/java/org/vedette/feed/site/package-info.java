/** The reader's pages: what stands on each of them, in words ready to be printed. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
