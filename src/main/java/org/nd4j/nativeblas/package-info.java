/** One class under a name that DL4J 1.0.0-M2.1 still looks up; see {@link Nd4jCpu}. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
