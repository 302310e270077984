/**
 * What the templates of the pages print: what every page has around its content, and pages that several services have. The
 * templates are in {@code src/main/jte}; each service compiles them with its own.
 */
@CheckReturnValue
@NullMarked
package org.vedette.pages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
