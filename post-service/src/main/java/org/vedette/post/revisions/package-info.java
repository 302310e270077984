/** Reads, compares and restores revisions. */
@CheckReturnValue
@NullMarked
package org.vedette.post.revisions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
