package org.jiujin.update.trust.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// The body of an answer: goes where it shall, up to a number of bytes, and stops for good when told.
///
/// The client's threads bring the bytes, the fetching thread asks how many came and stops it.
final class BoundedBody implements BodySubscriber<BoundedBody> {
  /// There was more than allowed.
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// The bytes could not be put where they shall go.
  static final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    Unwritable(IOException cause) {
      super(cause);
    }

    IOException why() {
      return getCause() instanceof IOException why ? why : this;
    }
  }

  private OutputStream to;
  private long most;
  private final CompletableFuture<BoundedBody> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long came;
  private boolean stopped;

  BoundedBody(OutputStream to, long most) {
    this.to = to;
    this.most = most;
  }

  /// Leaves out the first bytes. Before any came.
  synchronized void skip(long bytes) {
    to = new Rest(to, bytes);
    most += bytes;
  }

  /// How many bytes came; -1 while the answer has not begun.
  synchronized long came() {
    return subscription == null ? -1 : came;
  }

  /// Takes nothing more. When it returns, nothing is written any more.
  synchronized void stop() {
    stopped = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public CompletionStage<BoundedBody> getBody() {
    return end;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (stopped) {
      given.cancel();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      if (!stopped) {
        take(piece);
      }
    }
  }

  private void take(ByteBuffer piece) {
    came += piece.remaining();
    if (came > most) {
      stop();
      end.completeExceptionally(new TooLong());
      return;
    }
    var bytes = new byte[piece.remaining()];
    piece.get(bytes);
    try {
      to.write(bytes);
    } catch (IOException e) {
      stop();
      end.completeExceptionally(new Unwritable(e));
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(this);
  }
}
