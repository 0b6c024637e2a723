package communique.doors.soap;

import communique.doors.LifeCycleContract;
import communique.support.RunningSystem;

final class LifeCycleOverSoapIT extends LifeCycleContract {
  LifeCycleOverSoapIT(RunningSystem system) {
    super(system, new SoapMinistry(new SoapClient(system)));
  }
}
