/** The HTTP API of the notes on posts. */
@CheckReturnValue
@NullMarked
package org.vedette.post.notes.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
