/** Redirects on Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.redirects.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
