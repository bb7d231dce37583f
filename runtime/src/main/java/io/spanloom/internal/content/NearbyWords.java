package io.spanloom.internal.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words before a number call it: looks at a few words, and no further than a line. */
final class NearbyWords {

  /** What a word calls a number. */
  enum Kind {
    /** A telephone. */
    PHONE,
    /** What people do with a telephone number; they do it with other things too. */
    CALL,
    CARD,
    IBAN,
    SSN,
    /** An address of a machine. */
    ADDRESS,
    /** A release, or a place in a document: numbers with dots. */
    VERSION,
    /** Keys of a cloud. */
    CLOUD,
    /** Any other number: an order, a book, an amount. */
    OTHER,
    /** Says nothing of its own, as "number" does. */
    FILLER,
    /** Whose: "my number" is a telephone's. */
    OWNER,
    /** Who is called: then it is by telephone. */
    PERSON
  }

  private static final int MOST_CHARACTERS = 48;
  private static final int LONGEST_GAP = 20;
  private static final int MOST_WORDS = 5;
  private static final int LONGEST_WORD = 20;
  private static final char FIRST_WITHOUT_SPACES = '\u2E80';

  private static final Map<String, Kind> WORDS = new HashMap<>();

  static {
    add(
        Kind.PHONE,
        "phone phones telephone tel telefon téléphone telephon teléfono telefono telefone telefoon"
            + " telefonnummer puhelin telefonszám telefonu telefonos fon fono fone handy"
            + " handynummer mobil mobile mobiel mobilnummer móvil movil celular cellulare cell"
            + " cellphone gsm portable fax telefax whatsapp signal hotline helpline switchboard"
            + " landline festnetz fixe durchwahl rufnummer voicemail komórka komórkowy sími puh tlf"
            + " tfn cep phonenumber msisdn телефон тел телефону мобильный моб факс τηλέφωνο τηλ"
            + " κινητό טלפון נייד هاتف جوال تلفن موبایل फोन मोबाइल 電話 电话 手机 手機 携帯 電話番号 전화 휴대폰 전화번호"
            + " โทร");
    add(
        Kind.CALL,
        "call calls calling called dial ring reach text texted sms contact rang ruf rufen anrufen"
            + " erreichbar erreichen appelez appeler appelle joindre rappeler llama llame llamar"
            + " llámame contacto contactar chiama chiamare chiamami bel bellen ring ringa ligue"
            + " ligar liga zadzwoń dzwonić звоните позвоните позвони hablar sun unter kontakt");
    add(
        Kind.CARD,
        "card cards visa mastercard amex credit debit cc pan kreditkarte karte carte tarjeta carta"
            + " cartão kaart kort karta карта カード 信用卡 카드");
    add(Kind.IBAN, "iban");
    add(Kind.SSN, "ssn ssns social socialsecuritynumber");
    add(
        Kind.ADDRESS,
        "ip ips ipv address addr host hosts server client peer ping ssh gateway dns subnet remote");
    add(
        Kind.VERSION,
        "kernel rv version versions versión versione versão versie ver v release releases released"
            + " build builds rev revision section sections chapter clause article paragraph oid"
            + " firmware sdk driver upgrade upgraded upgrades downgrade downgraded bump bumped"
            + " update updated patch patched step figure table appendix rule");
    add(Kind.CLOUD, "aws amazon secret secrets accesskey");
    add(
        Kind.OTHER,
        "order orders invoice invoices isbn ean upc gtin asin issn doi bestellung bestellnummer"
            + " rechnung rechnungsnummer facture commande pedido factura fattura ordine ref"
            + " reference referenz referencia id ids uuid sku ticket tracking case docket account"
            + " acct konto kontonummer serial serie seriennummer model part article artikel lot"
            + " batch po zip plz postcode postal commit timestamp epoch time date price total"
            + " amount sum balance population page line lines row rows port size bytes offset"
            + " patent hs barcode parcel shipment booking reservation policy claim claims meter"
            + " imei vin checksum hash seed process pid thread transaction txn customer kunde"
            + " kundennummer client member employee license licence chassis matricule siret siren"
            + " vat tax steuernummer nif count score value");
    add(
        Kind.FILLER,
        "number numbers no nr num nummer numero número numéro n is was are the a at on under under"
            + " the code ist lautet est es é la le al via to or and oder ou o y и of new direct"
            + " office home work business privat private personal main primary now please");
    add(Kind.PERSON, "me us him her them mich uns ihn moi nous mij ons mi");
    add(Kind.CALL, "rufe rappelle bell");
    add(
        Kind.OWNER,
        "my your his our their meine mein meine meiner mon ma mes notre mi mijn min mio meu minha"
            + " его мой");
  }

  private NearbyWords() {}

  private static void add(Kind kind, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.putIfAbsent(word, kind);
    }
  }

  /** Whether one of the few words before a position is of a kind. */
  static boolean say(Kind kind, CharSequence text, int at) {
    return first(text, at, MOST_WORDS, kind, kind) == kind;
  }

  /** The nearer of two kinds among the words before a position, or {@code null}. */
  static @Nullable Kind first(CharSequence text, int at, int words, Kind one, Kind other) {
    int end = at;
    for (int i = 0; i < words; i++) {
      end = wordEnd(text, end, at);
      if (end < 0) {
        return null;
      }
      int start = wordStart(text, end);
      Kind kind = of(text, start, end);
      if (kind == one || kind == other) {
        return kind;
      }
      end = start;
    }
    return null;
  }

  /**
   * What the words before a position call a telephone number, or another number; {@code null} if
   * they say nothing.
   */
  static @Nullable Kind of(CharSequence text, int at) {
    int end = at;
    int unknown = 0;
    boolean number = false;
    boolean person = false;
    for (int i = 0; i < MOST_WORDS; i++) {
      end = wordEnd(text, end, at);
      if (end < 0) {
        return null;
      }
      int start = wordStart(text, end);
      Kind kind = of(text, start, end);
      if (kind == Kind.PHONE || (kind == Kind.CALL && unknown <= 1)) {
        return person ? Kind.PHONE : kind;
      }
      if (kind == Kind.OWNER && number) {
        return Kind.CALL;
      }
      if (kind == Kind.PERSON) {
        person = true;
      } else if (kind == Kind.FILLER) {
        number = true;
      } else if (kind == null || kind == Kind.OWNER || kind == Kind.CALL) {
        unknown++;
      } else if (unknown == 0) {
        return Kind.OTHER;
      } else {
        return null;
      }
      end = start;
    }
    return null;
  }

  /** What the word between two positions calls a number. */
  static @Nullable Kind of(CharSequence text, int start, int end) {
    if (end - start > LONGEST_WORD) {
      return null;
    }
    String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    Kind kind = WORDS.get(word);
    return kind == null && word.charAt(0) >= FIRST_WITHOUT_SPACES ? within(word) : kind;
  }

  /** Some scripts set no spaces between words. */
  private static @Nullable Kind within(String text) {
    for (int start = text.length() - 2; start >= 0; start--) {
      for (int end = start + 2; end <= Math.min(text.length(), start + 4); end++) {
        Kind kind = WORDS.get(text.substring(start, end));
        if (kind != null) {
          return kind;
        }
      }
    }
    return null;
  }

  private static int wordEnd(CharSequence text, int before, int at) {
    int end = before;
    int last = Math.max(0, Math.max(before - LONGEST_GAP, at - MOST_CHARACTERS));
    while (end > last && !isLetter(text.charAt(end - 1))) {
      end--;
    }
    return end > last ? end : -1;
  }

  /** A capital letter behind a small one starts a word, as in {@code phoneNumber}. */
  private static int wordStart(CharSequence text, int end) {
    int start = end - 1;
    while (start > 0 && end - start <= LONGEST_WORD && isLetter(text.charAt(start - 1))) {
      if (Texts.isUpper(text.charAt(start)) && !Texts.isUpper(text.charAt(start - 1))) {
        break;
      }
      start--;
    }
    return start;
  }

  private static boolean isLetter(char character) {
    return Texts.isLetter(character) || (character > 127 && Character.isAlphabetic(character));
  }
}
