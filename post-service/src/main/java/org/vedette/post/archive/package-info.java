/** The format of exports: what their files are called, and what is in them. */
@CheckReturnValue
@NullMarked
package org.vedette.post.archive;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
