/** Post events in, news of changed entries out and in again on every instance. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.entries.messaging;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
