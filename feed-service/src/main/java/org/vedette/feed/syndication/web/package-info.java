/** The feeds over HTTP, each format in a writer of its own. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.syndication.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
