/** The counts of subscribers who came and went, in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.journal.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
