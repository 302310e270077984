/** The pages on which subscribers choose and see what is stored about them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.selfservice.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
