/** The HTTP API of revisions. */
@CheckReturnValue
@NullMarked
package org.vedette.post.revisions.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
