package stt.faults;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** A program that comes to every fault point, and says which it has passed. It has no transaction manager to enlist anything with. */
final class EveryStage {

    private EveryStage() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        new FaultsInCommit().atBegin();
        for (FaultPoint stage : FaultPoint.values()) {
            stage.reach();
            out.println(stage);
        }
        new FaultsInCommit().atEnd();
        out.println("done");
    }
}
