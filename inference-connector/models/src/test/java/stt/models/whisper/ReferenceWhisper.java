package stt.models.whisper;

import java.util.function.DoubleUnaryOperator;

/**
 * Whisper's forward pass in plain loops of doubles, written from the paper and OpenAI's published model, without a
 * cache, without anything fused: what the imported graphs have to agree with.
 */
final class ReferenceWhisper {
    private final TinyWhisper model;
    private final int width;
    private final int heads;
    private final int headWidth;

    ReferenceWhisper(TinyWhisper model) {
        this.model = model;
        this.width = model.size.width();
        this.heads = model.size.heads();
        this.headWidth = width / heads;
    }

    /**
     * What the decoder gives for a row of tokens.
     *
     * @param logits [tokens][vocabulary]
     * @param attention [layer][head][tokens][states]
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Decoded(double[][] logits, double[][][][] attention) {}

    /** mel [bins][frames] to hidden states [frames / 2][width]. */
    double[][] encode(float[][] mel) {
        double[][] x = new double[mel[0].length][mel.length];
        for (int t = 0; t < x.length; t++) {
            for (int bin = 0; bin < mel.length; bin++) {
                x[t][bin] = mel[bin][t];
            }
        }
        x = gelu(convolve(gelu(convolve(x, "encoder/conv1", 1)), "encoder/conv2", 2));
        addPositions(x, "encoder");
        for (int i = 0; i < model.size.encoderLayers(); i++) {
            String layer = "encoder/layer_" + i;
            selfAttention(x, layer + "/self_attention", false);
            feedForward(x, layer + "/ffn");
        }
        return norm(x, "encoder/layer_norm");
    }

    Decoded decode(int[] tokens, double[][] hidden) {
        double[][] x = new double[tokens.length][width];
        for (int t = 0; t < tokens.length; t++) {
            for (int c = 0; c < width; c++) {
                x[t][c] = model.values("decoder/embeddings/weight")[tokens[t] * width + c];
            }
        }
        addPositions(x, "decoder");
        double[][][][] attention = new double[model.size.decoderLayers()][][][];
        for (int i = 0; i < model.size.decoderLayers(); i++) {
            String layer = "decoder/layer_" + i;
            selfAttention(x, layer + "/self_attention", true);
            attention[i] = crossAttention(x, hidden, layer + "/attention");
            feedForward(x, layer + "/ffn");
        }
        double[][] normed = norm(x, "decoder/layer_norm");
        return new Decoded(
                multiply(
                        normed,
                        model.values("decoder/embeddings/weight"),
                        new float[model.vocabulary.size()],
                        0,
                        model.vocabulary.size()),
                attention);
    }

    private void selfAttention(double[][] x, String name, boolean causal) {
        double[][] y = norm(x, name + "/layer_norm");
        double[][] q = linear(y, name + "/linear_0", 0, width);
        double[][] k = linear(y, name + "/linear_0", width, width);
        double[][] v = linear(y, name + "/linear_0", 2 * width, width);
        double[][] mixed = new double[x.length][width];
        attend(q, k, v, causal, mixed);
        add(x, linear(mixed, name + "/linear_1", 0, width));
    }

    private double[][][] crossAttention(double[][] x, double[][] hidden, String name) {
        double[][] q = linear(norm(x, name + "/layer_norm"), name + "/linear_0", 0, width);
        double[][] k = linear(hidden, name + "/linear_1", 0, width);
        double[][] v = linear(hidden, name + "/linear_1", width, width);
        double[][] mixed = new double[x.length][width];
        double[][][] shares = attend(q, k, v, false, mixed);
        add(x, linear(mixed, name + "/linear_2", 0, width));
        return shares;
    }

    /** Scaled dot-product attention; returns the shares [head][query][key]. */
    private double[][][] attend(double[][] q, double[][] k, double[][] v, boolean causal, double[][] mixed) {
        double[][][] shares = new double[heads][q.length][k.length];
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < q.length; t++) {
                int visible = causal ? t + 1 : k.length;
                double sum = 0;
                for (int s = 0; s < visible; s++) {
                    double score = 0;
                    for (int c = h * headWidth; c < (h + 1) * headWidth; c++) {
                        score += q[t][c] * k[s][c];
                    }
                    shares[h][t][s] = Math.exp(score / Math.sqrt(headWidth));
                    sum += shares[h][t][s];
                }
                for (int s = 0; s < visible; s++) {
                    shares[h][t][s] /= sum;
                    for (int c = h * headWidth; c < (h + 1) * headWidth; c++) {
                        mixed[t][c] += shares[h][t][s] * v[s][c];
                    }
                }
            }
        }
        return shares;
    }

    private void feedForward(double[][] x, String name) {
        double[][] inner = gelu(linear(norm(x, name + "/layer_norm"), name + "/linear_0", 0, 4 * width));
        add(x, linear(inner, name + "/linear_1", 0, width));
    }

    private double[][] linear(double[][] x, String name, int first, int rows) {
        return multiply(x, model.values(name + "/weight"), model.values(name + "/bias"), first, rows);
    }

    private static double[][] multiply(double[][] x, float[] weight, float[] bias, int first, int rows) {
        double[][] y = new double[x.length][rows];
        for (int t = 0; t < x.length; t++) {
            for (int r = 0; r < rows; r++) {
                double sum = bias[first + r];
                for (int c = 0; c < x[t].length; c++) {
                    sum += weight[(first + r) * x[t].length + c] * x[t][c];
                }
                y[t][r] = sum;
            }
        }
        return y;
    }

    /** Convolution over time with three taps and one frame of zeros at both ends; weight [out][in][tap]. */
    private double[][] convolve(double[][] x, String name, int stride) {
        float[] weight = model.values(name + "/weight");
        int channels = x[0].length;
        double[][] y = new double[(x.length - 1) / stride + 1][width];
        for (int t = 0; t < y.length; t++) {
            for (int out = 0; out < width; out++) {
                double sum = model.values(name + "/bias")[out];
                for (int tap = 0; tap < 3; tap++) {
                    int from = t * stride + tap - 1;
                    for (int in = 0; from >= 0 && from < x.length && in < channels; in++) {
                        sum += weight[(out * channels + in) * 3 + tap] * x[from][in];
                    }
                }
                y[t][out] = sum;
            }
        }
        return y;
    }

    private double[][] norm(double[][] x, String name) {
        double[][] y = new double[x.length][width];
        for (int t = 0; t < x.length; t++) {
            double mean = 0;
            double square = 0;
            for (double value : x[t]) {
                mean += value / width;
            }
            for (double value : x[t]) {
                square += (value - mean) * (value - mean) / width;
            }
            for (int c = 0; c < width; c++) {
                y[t][c] = (x[t][c] - mean) / Math.sqrt(square + 1e-5) * model.values(name + "/gamma")[c]
                        + model.values(name + "/beta")[c];
            }
        }
        return y;
    }

    private void addPositions(double[][] x, String part) {
        for (int t = 0; t < x.length; t++) {
            for (int c = 0; c < width; c++) {
                x[t][c] += model.values(part + "/position_encodings/encodings")[t * width + c];
            }
        }
    }

    private static void add(double[][] x, double[][] y) {
        for (int t = 0; t < x.length; t++) {
            for (int c = 0; c < x[t].length; c++) {
                x[t][c] += y[t][c];
            }
        }
    }

    private static double[][] gelu(double[][] x) {
        DoubleUnaryOperator gelu = v -> v * 0.5 * (1 + erf(v / Math.sqrt(2)));
        double[][] y = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            y[t] = java.util.Arrays.stream(x[t]).map(gelu).toArray();
        }
        return y;
    }

    /** The error function by its power series, which is exact enough where it is not yet 1. */
    private static double erf(double x) {
        if (Math.abs(x) > 5) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return sum * 2 / Math.sqrt(Math.PI);
    }
}
