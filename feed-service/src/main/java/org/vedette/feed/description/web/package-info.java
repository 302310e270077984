/** The description of the APIs for machines, over HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.description.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
