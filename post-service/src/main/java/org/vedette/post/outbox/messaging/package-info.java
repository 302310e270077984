/** The outbox adapter for Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.post.outbox.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
