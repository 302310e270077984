/** How an event gets from the document it was written with to everyone who listens. */
@CheckReturnValue
@NullMarked
package org.vedette.post.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
