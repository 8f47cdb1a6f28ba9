package stt.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stt.engine.UnusableModel;
import stt.inference.api.InferenceFailed;

class ReasonTest {

    private static String told(String message) {
        return Reason.of(new UnusableModel(message));
    }

    @Test
    void namesFilesWithoutTheirFolders() {
        assertThat(told("The model file /srv/stt/data/models/base/encoder.onnx is missing."))
                .isEqualTo("The model file encoder.onnx is missing");
        assertThat(told("The model file C:\\stt\\models\\base\\encoder.onnx is missing."))
                .isEqualTo("The model file encoder.onnx is missing");
    }

    @Test
    void namesNoSourcesOfLibraries() {
        assertThat(
                        told(
                                "Load model from /m/base/decoder.onnx failed:/onnxruntime_src/onnxruntime/core/graph.cc:12 x\nmore"))
                .isEqualTo("Load model from decoder.onnx failed:graph.cc:12 x");
    }

    @Test
    void isShort() {
        assertThat(told("a".repeat(1000))).hasSizeLessThan(300);
    }

    @Test
    void keepsWhatIsNotWrittenForPeopleToItself() {
        assertThat(Reason.of(new IllegalStateException("secret"))).doesNotContain("secret");
        assertThat(Reason.of(new InferenceFailed("secret", new IllegalStateException())))
                .isEqualTo("its trial run failed");
        assertThat(Reason.of(new OutOfMemoryError())).contains("memory");
    }
}
