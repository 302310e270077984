/** Answering requests: what may be asked for, and where a page of a list begins. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.serving;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
