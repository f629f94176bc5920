package dev.terroir.protection;

import dev.terroir.chat.Chunk;
import dev.terroir.provider.AnswerStream;
import dev.terroir.provider.Failure;
import java.util.Optional;

/**
 * A streamed answer with its edit applied. A chunk that has to be edited and cannot be read ends it
 * as an invalid answer. Used from one event loop.
 */
final class EditedStream implements AnswerStream {

  private final AnswerStream inner;
  private final AnswerEdit edit;

  EditedStream(AnswerStream inner, AnswerEdit edit) {
    this.inner = inner;
    this.edit = edit;
  }

  @Override
  public void start(Listener listener) {
    inner.start(new Editing(listener));
  }

  @Override
  public void pause() {
    inner.pause();
  }

  @Override
  public void resume() {
    inner.resume();
  }

  @Override
  public void cancel() {
    inner.cancel();
  }

  private final class Editing implements Listener {

    private final Listener listener;
    private Optional<Chunk> last = Optional.empty();
    private boolean over;

    Editing(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void chunk(Chunk chunk) {
      if (over) {
        return;
      }
      if (!chunk.isUsageOnly()) {
        last = Optional.of(chunk);
      } else {
        rest();
      }
      edit.chunk(chunk).ifPresentOrElse(listener::chunk, this::unreadable);
    }

    /** The deployment is stopped first: it may say no more once it has failed. */
    private void unreadable() {
      inner.cancel();
      failed(Failure.of(Failure.Kind.INVALID_RESPONSE));
    }

    private void rest() {
      last.flatMap(edit::rest).ifPresent(listener::chunk);
    }

    @Override
    public void caughtUp() {
      if (!over) {
        listener.caughtUp();
      }
    }

    @Override
    public void finished() {
      if (!over) {
        over = true;
        rest();
        listener.finished();
      }
    }

    @Override
    public void failed(Failure failure) {
      if (!over) {
        over = true;
        listener.failed(failure);
      }
    }
  }
}
