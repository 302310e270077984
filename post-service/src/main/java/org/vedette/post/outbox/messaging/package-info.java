/** The outbox's way out: CloudEvents on Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.post.outbox.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
