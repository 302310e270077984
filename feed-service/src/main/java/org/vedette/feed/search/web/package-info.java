/** Search for machines, over HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.search.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
