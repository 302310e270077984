/** The transactional outbox: an event is stored with its post, then relayed to Kafka. */
@CheckReturnValue
@NullMarked
package org.vedette.post.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
