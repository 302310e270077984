/** How many subscribers came and went, counted by day and by the mail that lost them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.journal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
