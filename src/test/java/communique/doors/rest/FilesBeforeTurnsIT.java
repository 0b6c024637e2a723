package communique.doors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deposit has done the work on its files when its turn comes for what others wait for too. */
@ExtendWith(RunningSystem.Shared.class)
class FilesBeforeTurnsIT {
  private final RunningSystem system;
  private final MediaClient media;

  FilesBeforeTurnsIT(RunningSystem system) {
    this.system = system;
    this.media = new MediaClient(system);
  }

  @Test
  void the_files_of_a_deposit_are_in_the_store_before_its_briefing_is_numbered() throws Exception {
    byte[] png = Pictures.png(67, 31);
    String sha256 = MediaOverRestIT.sha256(png);
    Path place =
        system
            .mediaFolder()
            .resolve(sha256.substring(0, 2))
            .resolve(sha256.substring(2, 4))
            .resolve(sha256);
    CompletableFuture<Void> deposit;
    try (Connection database = system.database();
        Statement numbers = database.createStatement()) {
      database.setAutoCommit(false);
      numbers.execute("lock table reference_counter in exclusive mode");
      deposit =
          CompletableFuture.runAsync(
              () -> {
                try {
                  media.deposit(png, "");
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      for (int i = 0; i < 200 && !Files.exists(place); i++) {
        Thread.sleep(50);
      }
      assertThat(place).exists();
      assertThat(deposit).isNotDone();
      database.rollback();
    }
    deposit.get(30, TimeUnit.SECONDS);
  }
}
