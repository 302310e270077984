/** Who may send requests to this service. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
