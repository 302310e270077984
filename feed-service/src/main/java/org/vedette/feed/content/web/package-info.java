/** The content API over HTTP, and its description. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.content.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
