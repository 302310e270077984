/** Redirects on Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.post.redirects.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
