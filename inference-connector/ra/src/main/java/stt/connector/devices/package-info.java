/**
 * What models run on, and how much of it they may take: the CPU, or NVIDIA's GPUs.
 *
 * <p>Rules: nothing native is loaded before it is certain that it can be of use. Steps go from cheap to dear, and the first
 * that fails ends the search: a file that a driver makes, the driver's own program, a file in this build, a product computed on the
 * GPU. NVIDIA's programs run in processes of their own, with a time limit.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11-25: {@code nvidia-smi} rather than NVIDIA's library NVML: calling that from Java 17 would take native code of
 *       our own. It costs a process for each look, so how busy a GPU is is asked as often as models are looked after, never by
 *       a request.
 *   <li>2026-11-25: a product is computed on each GPU before a model is loaded on it. A driver without the CUDA or cuDNN that
 *       ONNX Runtime needs looks well to every cheaper question, and fails when the first session is created.
 *   <li>2026-11-25: graphs in 8-bit blocks run on the CPU even beside a GPU, those in 16 or 32 bits on the GPU: each
 *       precision is made for its device. One installation of a model has one precision.
 *   <li>2026-11-25: no GPU has been at hand: everything above the trial is tested with answers of {@code nvidia-smi}, the
 *       trial's graph on the CPU, and CUDA itself is not measured.
 * </ul>
 */
@NullMarked
package stt.connector.devices;

import org.jspecify.annotations.NullMarked;
