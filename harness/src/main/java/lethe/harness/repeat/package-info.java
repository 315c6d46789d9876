/**
 * The same run again, elsewhere: what cases produce has one digest, whatever the JVM, its collector, its language, its time zone and
 * the number of threads.
 */
package lethe.harness.repeat;
