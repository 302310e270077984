/** Digests: one mail about the posts of a day or a week. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.digests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
