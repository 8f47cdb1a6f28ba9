package stt.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallestGraphTest {

    @Test
    void squaresANumber() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(SmallestGraph.bytes());
                OnnxTensor three = OnnxTensor.createTensor(environment, new float[][] {{3}});
                OrtSession.Result result = session.run(Map.of(SmallestGraph.INPUT, three))) {
            assertThat((float[][]) result.get(0).getValue()).isDeepEqualTo(new float[][] {{9}});
        }
    }
}
