package communique.deposit;

import communique.briefing.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes in together what comes at the same time. The numbers of briefings and the tails of journal
 * and ledger are given by one transaction at a time, so deposits wait for each other in any case:
 * while one lot of them is taken in, those that come gather as the next, which is one transaction
 * and is made durable once.
 */
@ApplicationScoped
class SharedIntake {
  private static final int AT_ONCE = 64;

  /** How long nobody comes before nobody is waited for any more. */
  private static final long STEP = Duration.ofMillis(1).toNanos();

  private static final long LONGEST_WAIT = Duration.ofMillis(5).toNanos();

  private final Lock turn = new ReentrantLock(true);

  // How many may come at the same time; only who has the turn touches it.
  private int expected;

  // The lot that others may still join; read and written under the monitor.
  private @Nullable Lot gathering;

  private final CommittedIntake intake;

  /** For CDI's proxy. */
  protected SharedIntake() {
    this(new CommittedIntake());
  }

  @Inject
  SharedIntake(CommittedIntake intake) {
    this.intake = intake;
  }

  /**
   * Keeps a version; when this returns, it is durable.
   *
   * @param hand without files: those are looked at one deposit at a time, and would keep others
   * @throws communique.briefing.Refusal when it is not kept
   */
  Receipt take(Hand hand) {
    Ticket mine = new Ticket(hand);
    Lot opened = join(mine);
    if (opened != null) {
      turn.lock();
      try {
        gather(opened);
        close(opened);
        serve(opened.tickets);
        expected = opened.tickets.size() + waiting();
      } finally {
        turn.unlock();
      }
    }
    return mine.end.join().receipt(hand, intake);
  }

  // Whoever opens a lot takes it in when its turn comes.
  private synchronized @Nullable Lot join(Ticket ticket) {
    if (gathering != null && gathering.takes(ticket)) {
      gathering.goWhenWhole();
      return null;
    }
    gathering = new Lot(ticket);
    return gathering;
  }

  // A lot costs as much again as some deposits. Those who were served last are likely to come once
  // more at once: it is worth a moment to have them in the same lot. Who deposits alone waits for
  // nobody.
  private void gather(Lot lot) {
    long end = System.nanoTime() + LONGEST_WAIT;
    int all = Math.min(expected, AT_ONCE);
    int there = await(lot, all);
    boolean coming = expected > 1;
    while (coming && there < all && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP);
      int now = size(lot);
      coming = now > there;
      there = now;
    }
  }

  // From now on whoever makes the lot whole wakes the one who waits.
  private synchronized int await(Lot lot, int all) {
    lot.opener = Thread.currentThread();
    lot.all = all;
    return lot.tickets.size();
  }

  private synchronized int size(Lot lot) {
    return lot.tickets.size();
  }

  private synchronized int waiting() {
    return gathering == null ? 0 : gathering.tickets.size();
  }

  private synchronized void close(Lot lot) {
    if (gathering == lot) {
      gathering = null;
    }
  }

  private void serve(List<Ticket> tickets) {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      intake.take(tickets.stream().map(ticket -> ticket.hand).toList(), outcomes);
      for (int i = 0; i < tickets.size(); i++) {
        tickets.get(i).end.complete(new End.Decided(outcomes.get(i)));
      }
    } catch (RuntimeException failure) {
      // What failed before anything could be committed is tried again one by one, since one of them
      // may have spoiled it for all. What failed while it was committed may be kept: nobody tries.
      boolean certain = outcomes.isEmpty() && tickets.size() > 1;
      tickets.forEach(
          ticket -> ticket.end.complete(certain ? new End.Alone() : new End.Failed(failure)));
    } catch (Throwable broken) {
      // The machine itself fails: nobody may wait for what nobody does.
      tickets.forEach(ticket -> ticket.end.complete(new End.Failed(broken)));
      throw broken;
    }
  }

  /** Deposits of one caller that are taken in together. */
  private static final class Lot {
    private final List<Ticket> tickets = new ArrayList<>();
    private final Set<String> references = new HashSet<>();
    private @Nullable Thread opener;
    private int all;

    Lot(Ticket first) {
      add(first);
    }

    // Each depositor's reference once: its repeat comes with another lot.
    boolean takes(Ticket ticket) {
      String reference = ticket.hand.edition().reference();
      boolean fits =
          tickets.size() < AT_ONCE
              && tickets.get(0).hand.caller().equals(ticket.hand.caller())
              && (reference == null || !references.contains(reference));
      if (fits) {
        add(ticket);
      }
      return fits;
    }

    void goWhenWhole() {
      if (tickets.size() == all) {
        LockSupport.unpark(opener);
      }
    }

    private void add(Ticket ticket) {
      String reference = ticket.hand.edition().reference();
      if (reference != null) {
        references.add(reference);
      }
      tickets.add(ticket);
    }
  }

  /** A deposit that waits for its end. */
  private static final class Ticket {
    private final Hand hand;
    private final CompletableFuture<End> end = new CompletableFuture<>();

    Ticket(Hand hand) {
      this.hand = hand;
    }
  }

  /** What became of a deposit. */
  private sealed interface End {
    Receipt receipt(Hand hand, CommittedIntake intake);

    /** It was kept or refused. */
    record Decided(Outcome outcome) implements End {
      @Override
      public Receipt receipt(Hand hand, CommittedIntake intake) {
        return outcome.receipt();
      }
    }

    /** It is to be tried by itself. */
    record Alone() implements End {
      @Override
      public Receipt receipt(Hand hand, CommittedIntake intake) {
        return intake.take(hand);
      }
    }

    /** Nobody knows whether it was kept. */
    record Failed(Throwable why) implements End {
      @Override
      public Receipt receipt(Hand hand, CommittedIntake intake) {
        throw new IllegalStateException("a deposit was not taken in", why);
      }
    }
  }
}
