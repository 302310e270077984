/** How far the digests have come, for editors. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.digests.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
