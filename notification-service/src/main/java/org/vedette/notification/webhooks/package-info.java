/** Webhooks: receivers outside that are told when a post is published, revised or withdrawn. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
