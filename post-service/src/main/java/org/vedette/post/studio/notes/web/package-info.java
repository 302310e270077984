/** The notes on a post in the studio. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.notes.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
