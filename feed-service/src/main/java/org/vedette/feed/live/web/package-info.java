/** Live events over HTTP: server-sent events. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.live.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
