/** What a subscriber wants to be told about, and when. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.preferences;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
