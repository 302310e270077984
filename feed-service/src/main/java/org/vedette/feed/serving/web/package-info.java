/** Serving over HTTP: the cache of complete responses, cache control, conditional requests and content codings. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.serving.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
