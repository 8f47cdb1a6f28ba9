@NullMarked
package stt.connector.devices;

import org.jspecify.annotations.NullMarked;
