package communique.deposit;

import communique.briefing.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes in together what comes at the same time. The numbers of briefings and the tails of journal
 * and ledger are given by one transaction at a time, so deposits wait for each other in any case;
 * whoever comes first takes in all that wait, in one transaction that is made durable once.
 */
@ApplicationScoped
class SharedIntake {
  private static final int AT_ONCE = 64;

  @Inject private CommittedIntake intake;

  private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
  private final Lock turn = new ReentrantLock();

  /**
   * Keeps a version; when this returns, it is durable.
   *
   * @param hand without files: those are looked at one deposit at a time, and would keep others
   * @throws communique.briefing.Refusal when it is not kept
   */
  Receipt take(Hand hand) {
    Ticket mine = new Ticket(hand);
    waiting.add(mine);
    turn.lock();
    try {
      while (mine.isOpen()) {
        serve(next());
      }
    } finally {
      turn.unlock();
    }
    return mine.receipt(intake);
  }

  // Of one caller, and each depositor's reference once: its repeat waits for the next turn.
  private List<Ticket> next() {
    List<Ticket> next = new ArrayList<>();
    Set<String> references = new HashSet<>();
    Iterator<Ticket> all = waiting.iterator();
    while (all.hasNext() && next.size() < AT_ONCE) {
      Ticket ticket = all.next();
      String reference = ticket.hand.edition().reference();
      boolean fits = next.isEmpty() || next.get(0).hand.caller().equals(ticket.hand.caller());
      if (fits && (reference == null || references.add(reference))) {
        next.add(ticket);
        all.remove();
      }
    }
    return next;
  }

  private void serve(List<Ticket> tickets) {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      intake.take(tickets.stream().map(ticket -> ticket.hand).toList(), outcomes);
      for (int i = 0; i < tickets.size(); i++) {
        tickets.get(i).outcome = outcomes.get(i);
      }
    } catch (RuntimeException failure) {
      // What failed before anything could be committed is tried again one by one, since one of them
      // may have spoiled it for all. What failed while it was committed may be kept: nobody tries.
      boolean certain = outcomes.isEmpty();
      tickets.forEach(ticket -> ticket.failed(failure, certain && tickets.size() > 1));
    } finally {
      // Also when the machine itself fails: nobody may wait for what nobody does.
      tickets.stream()
          .filter(Ticket::isOpen)
          .forEach(ticket -> ticket.failed(new IllegalStateException("interrupted"), false));
    }
  }

  /** A deposit that waits; what became of it is written and read under the lock. */
  private static final class Ticket {
    private final Hand hand;
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException failure;
    private boolean alone;

    Ticket(Hand hand) {
      this.hand = hand;
    }

    boolean isOpen() {
      return outcome == null && failure == null;
    }

    void failed(RuntimeException why, boolean again) {
      failure = why;
      alone = again;
    }

    Receipt receipt(CommittedIntake intake) {
      if (outcome != null) {
        return outcome.receipt();
      }
      if (alone) {
        return intake.take(hand);
      }
      throw new IllegalStateException("a deposit was not taken in", failure);
    }
  }
}
