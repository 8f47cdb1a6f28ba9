package stt.engine.whispercpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import stt.inference.api.Context;

class PromptTest {

    private static Prompt prompt(String text, String hotwords, boolean previousText) {
        return new Prompt(new Context(Optional.of(text), Optional.of(hotwords), previousText));
    }

    @Test
    void isNothingWhereNothingIsTold() {
        Prompt prompt = new Prompt(Context.NONE);
        prompt.heard("Hello.");
        assertThat(prompt.next()).isEmpty();
    }

    @Test
    void isTheSameForEveryPiece() {
        Prompt prompt = prompt("A talk on servers.", "Payara, Hazelcast", false);
        assertThat(prompt.next()).contains("Payara, Hazelcast. A talk on servers.");
        prompt.heard("Welcome.");
        assertThat(prompt.next()).contains("Payara, Hazelcast. A talk on servers.");
    }

    @Test
    void goesOnWithWhatWasHeardIfThatIsWanted() {
        Prompt prompt = prompt("A talk on servers.", "Payara", true);
        prompt.heard("Welcome.");
        assertThat(prompt.next()).contains("Payara. A talk on servers. Welcome.");
    }

    @Test
    void isTheEndOfALongText() {
        Prompt prompt = prompt("x".repeat(3000) + " end", "", false);
        assertThat(prompt.next().orElseThrow()).hasSize(500).endsWith("x end");
    }
}
