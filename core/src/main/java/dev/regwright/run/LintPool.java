package dev.regwright.run;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Lints many inputs at once and hands out the outcomes in the order of the inputs. Only a few are
 * underway at any time, so that memory does not grow with their number.
 */
final class LintPool implements Iterator<Outcome>, AutoCloseable {
  private static final int AHEAD = 4;
  private static final long PATIENCE_MILLIS = 200;

  private final Function<Input, LintTask> task;
  private final Iterator<Input> inputs;
  private final Runnable whileWaiting;
  private final ExecutorService pool;
  private final int window;
  private final Queue<Future<Outcome>> underway = new ArrayDeque<>();

  LintPool(List<Input> inputs, Function<Input, LintTask> task, Runnable whileWaiting) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), inputs.size());
    this.inputs = inputs.iterator();
    this.task = task;
    this.whileWaiting = whileWaiting;
    this.pool = Executors.newFixedThreadPool(threads, LintPool::thread);
    this.window = threads * AHEAD;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lint");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean hasNext() {
    return !underway.isEmpty() || inputs.hasNext();
  }

  @Override
  public Outcome next() {
    while (underway.size() < window && inputs.hasNext()) {
      underway.add(pool.submit(task.apply(inputs.next())));
    }
    Future<Outcome> first = underway.remove();
    while (true) {
      try {
        return first.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        whileWaiting.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a task that catches everything failed", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
