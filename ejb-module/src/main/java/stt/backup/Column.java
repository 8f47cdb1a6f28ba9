package stt.backup;

/**
 * A column of a table.
 *
 * @param name in lower case
 */
record Column(String name, Kind kind) {}
