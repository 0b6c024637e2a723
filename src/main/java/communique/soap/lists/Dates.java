package communique.soap.lists;

import communique.briefing.Refusal;
import communique.briefing.VersionJson;
import java.time.Instant;
import java.time.LocalDate;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Days, which never have a zone, and instants, which always have one, as XML has them. */
public final class Dates {
  private static final DatatypeFactory XML = xml();

  private Dates() {}

  /** A day as XML has it. */
  public static @Nullable XMLGregorianCalendar day(@Nullable LocalDate day) {
    return day == null ? null : XML.newXMLGregorianCalendar(day.toString());
  }

  /** An instant as XML has it, in UTC. */
  public static XMLGregorianCalendar instant(Instant instant) {
    return XML.newXMLGregorianCalendar(VersionJson.instant(instant));
  }

  /** The same, where there is one. */
  public static @Nullable XMLGregorianCalendar present(@Nullable Instant instant) {
    return instant == null ? null : instant(instant);
  }

  /**
   * The day that was sent; a zone that a toolkit added to it says nothing.
   *
   * @throws Refusal OUT_OF_RANGE when its year has not four digits
   */
  public static @Nullable LocalDate day(String field, @Nullable XMLGregorianCalendar sent) {
    // Other forms than that of a day are refused by the schema.
    if (sent == null || !sent.getXMLSchemaType().equals(DatatypeConstants.DATE)) {
      return null;
    }
    mustHaveUsualYear(field, sent);
    return LocalDate.of(sent.getYear(), sent.getMonth(), sent.getDay());
  }

  /**
   * The instant that was sent; the schema demands its zone.
   *
   * @throws Refusal OUT_OF_RANGE when its year has not four digits
   */
  public static @Nullable Instant instant(String field, @Nullable XMLGregorianCalendar sent) {
    if (sent == null || !sent.getXMLSchemaType().equals(DatatypeConstants.DATETIME)) {
      return null;
    }
    mustHaveUsualYear(field, sent);
    XMLGregorianCalendar inUtc = sent.normalize();
    mustHaveUsualYear(field, inUtc);
    return inUtc.toGregorianCalendar().toInstant();
  }

  private static void mustHaveUsualYear(String field, XMLGregorianCalendar sent) {
    // An eon is a thousand million years.
    long year = sent.getEon() == null ? sent.getYear() : Long.MAX_VALUE;
    communique.briefing.Dates.plausible(field, year, sent.toXMLFormat());
  }

  private static DatatypeFactory xml() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException("every Java platform has one", e);
    }
  }
}
