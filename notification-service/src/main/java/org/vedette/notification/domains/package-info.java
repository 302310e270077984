/** The domain names in mail addresses. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.domains;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
