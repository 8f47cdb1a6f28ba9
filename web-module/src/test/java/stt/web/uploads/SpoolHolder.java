package stt.web.uploads;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has an upload, until it is killed. */
final class SpoolHolder {

    private SpoolHolder() {}

    public static void main(String[] arguments) throws IOException {
        SpoolFolder folder = SpoolFolder.create(Path.of(arguments[0]));
        System.out.println(folder.newFile().path());
        while (System.in.read() >= 0) {
            // lives for as long as its parent wants
        }
    }
}
