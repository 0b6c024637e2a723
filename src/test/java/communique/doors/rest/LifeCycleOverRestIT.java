package communique.doors.rest;

import communique.doors.LifeCycleContract;
import communique.support.RunningSystem;
import java.io.IOException;

final class LifeCycleOverRestIT extends LifeCycleContract {
  LifeCycleOverRestIT(RunningSystem system) throws IOException {
    super(system, new RestMinistry(system));
  }
}
