/** One command a file; exit codes; the terminal. */
@NullMarked
package situs.cli;

import org.jspecify.annotations.NullMarked;
