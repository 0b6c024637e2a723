package communique;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import communique.access.Visibility;
import java.util.Set;

/** The fences of the house. */
@AnalyzeClasses(packages = "communique", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] DOORS = {
    "communique.soap..",
    "communique.rest..",
    "communique.feeds..",
    "communique.oaipmh..",
    "communique.readingroom.."
  };
  private static final String[] USE_CASES = {
    "communique.deposit..",
    "communique.reading..",
    "communique.search..",
    "communique.export..",
    "communique.delivery..",
    "communique.preservation..",
    "communique.accounts..",
    "communique.names.."
  };
  private static final String[] FOUNDATIONS = {
    "communique.archive..",
    "communique.media..",
    "communique.journal..",
    "communique.proof..",
    "communique.access..",
    "communique.database..",
    "communique.schedule..",
    "communique.authority.."
  };
  private static final String ACCESS = "communique.access..";
  private static final String WORDS = "communique.briefing..";
  private static final String SIDE = "communique.operations..";

  @ArchTest
  static final ArchRule words_call_nobody =
      noClasses()
          .that()
          .resideInAPackage(WORDS)
          .should()
          .dependOnClassesThat(resideInAPackage("communique..").and(not(resideInAPackage(WORDS))));

  @ArchTest
  static final ArchRule foundations_call_only_words_and_access =
      noClasses()
          .that()
          .resideInAnyPackage(FOUNDATIONS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(DOORS)
                  .or(resideInAnyPackage(USE_CASES))
                  .or(resideInAPackage(SIDE)));

  @ArchTest
  static final ArchRule what_all_may_ask_calls_only_words =
      noClasses()
          .that()
          .resideInAnyPackage("communique.subject..", "communique.theme..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("communique..")
                  .and(not(resideInAPackage(WORDS)))
                  .and(not(resideInAnyPackage("communique.subject..", "communique.theme.."))));

  @ArchTest
  static final ArchRule foundations_do_not_lean_on_each_other =
      slices()
          .matching("communique.(archive|media|journal|proof|authority)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule use_cases_never_call_each_other =
      slices()
          .matching(
              "communique.(deposit|reading|search|export|delivery|preservation|accounts|names)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule use_cases_know_no_door =
      noClasses()
          .that()
          .resideInAnyPackage(USE_CASES)
          .should()
          .dependOnClassesThat(resideInAnyPackage(DOORS).or(resideInAPackage(SIDE)));

  @ArchTest
  static final ArchRule doors_call_use_cases_access_and_words_only =
      noClasses()
          .that()
          .resideInAnyPackage(DOORS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(FOUNDATIONS)
                  .and(not(resideInAPackage(ACCESS)))
                  .or(resideInAPackage(SIDE)));

  @ArchTest
  static final ArchRule doors_never_call_each_other =
      slices()
          .matching("communique.(soap|rest|feeds|oaipmh|readingroom)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule nobody_calls_operations =
      noClasses()
          .that(are(not(resideInAPackage(SIDE))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SIDE);

  @ArchTest
  static final ArchRule there_are_no_cycles =
      slices().matching("communique.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule who_searches_does_not_know_how_the_index_is_kept =
      noClasses()
          .that()
          .resideInAnyPackage("communique.search", "communique.search.server")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("communique.search.index");

  @ArchTest
  static final ArchRule the_way_to_elasticsearch_knows_no_question =
      noClasses()
          .that()
          .resideInAPackage("communique.search.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("communique.search", "communique.search.index");

  @ArchTest
  static final ArchRule there_are_no_cycles_within_the_soap_door =
      slices().matching("communique.soap.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_parts_of_the_reading_room_do_not_lean_on_each_other =
      slices()
          .matching("communique.readingroom.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("communique.readingroom.."),
              resideInAPackage("communique.readingroom.page"));

  @ArchTest
  static final ArchRule only_foundations_touch_the_entity_manager =
      noClasses()
          .that()
          .resideOutsideOfPackages(FOUNDATIONS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule only_search_knows_elasticsearch =
      only("communique.search..", "co.elastic..", "org.elasticsearch..", "org.apache.hc..");

  @ArchTest
  static final ArchRule only_soap_knows_cxf =
      only(
          "communique.soap..",
          "org.apache.cxf..",
          "jakarta.xml.ws..",
          "communique.soap.contract..");

  @ArchTest
  static final ArchRule only_operations_tells_what_was_counted =
      only("communique.operations..", "io.micrometer.prometheusmetrics..", "io.prometheus..");

  @ArchTest
  static final ArchRule only_doors_know_jax_rs =
      noClasses()
          .that()
          .resideOutsideOfPackages(DOORS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule only_access_makes_visibilities =
      noClasses()
          .that()
          .resideOutsideOfPackage(ACCESS)
          .should()
          .callConstructorWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                          Visibility.class))));

  @ArchTest
  static final ArchRule reads_of_versions_demand_a_visibility =
      methods()
          .that()
          .areDeclaredInClassesThat(
              resideInAPackage("communique.archive..")
                  .and(
                      com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                          ".*\\.(Versions|Overviews|LinkedOverviews)")))
          .and()
          .arePublic()
          .should(haveParameter(Visibility.class));

  @ArchTest
  static final ArchRule json_is_made_by_factories_that_are_kept =
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                      com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                          com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                              "jakarta.json.Json")))
                  .and(
                      com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                          com.tngtech.archunit.core.domain.properties.HasName.Predicates
                              .nameMatching(
                                  "create(Object|Array).*|create(Reader|Writer|Parser|Generator)"))))
          .because("each static call looks for its provider on the class path anew");

  @ArchTest
  static final ArchRule names_say_something =
      noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)");

  @ArchTest
  static void each_package_says_its_duty(com.tngtech.archunit.core.domain.JavaClasses all) {
    Set<String> silent = new java.util.TreeSet<>();
    for (JavaClass each : all) {
      boolean generated = each.getPackageName().startsWith("communique.soap.contract");
      if (!generated && each.getPackage().tryGetPackageInfo().isEmpty()) {
        silent.add(each.getPackageName());
      }
    }
    assertThat(silent).isEmpty();
  }

  @ArchTest
  static final ArchRule values_are_closed =
      classes()
          .that()
          .resideInAPackage(WORDS)
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a value that can be extended can be made wrong");

  private static ArchRule only(String home, String... parts) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(parts);
  }

  private static ArchCondition<JavaMethod> haveParameter(Class<?> type) {
    return new ArchCondition<>("have a parameter of type " + type.getSimpleName()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean has =
            method.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(type));
        events.add(new SimpleConditionEvent(method, has, method.getDescription()));
      }
    };
  }
}
