/** The reader's pages over HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.site.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
