package communique.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A test class of the running archive and its {@linkplain RunningSystem#secondNode() second node}.
 * The second node is there from then on, so these classes come after all others, which know of one
 * node only: an import that is broken off there, for instance, is not to be taken over by another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningSystem.Shared.class)
@Isolated
@Order(Integer.MAX_VALUE)
public @interface OnTwoNodes {}
