/** The pages of revisions. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.history.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
