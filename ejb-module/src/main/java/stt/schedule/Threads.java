package stt.schedule;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The container's threads, for what is done once and for what is done again and again. */
public record Threads(Executor once, ScheduledExecutorService repeated) {}
